// A demand and an offer of two employers, for the stories of what the team does with both.
#pragma once

#include "core/story.hpp"

namespace werktdoord {

inline const RequestNumber first("NLWD-2026-000001");
inline const RequestNumber second("NLWD-2026-000002");
inline const RequestNumber third("NLWD-2026-000003");

inline RequestData an_offer(const std::string& name = "Horeca De Vijver") {
    RequestData data = build::a_request();
    data.kind = Kind::offer;
    data.employer = {name, "", 20, {"Mevrouw Smit", name.substr(0, 3) + "@vijver.example", ""}};
    return data;
}

// A demand and an offer, both taken up.
inline void a_pair(Story& story) {
    story.submit();
    story.submit(an_offer());
    for (const RequestNumber& number : {first, second})
        story.does("request.taken_up", number).by("anna");
    story.forget_lines();
}

inline void an_introduced_pair(Story& story) {
    a_pair(story);
    story.does("request.introduced").with(second).by("anna");
    story.forget_lines();
}

}  // namespace werktdoord
