// The pages behind the links in mails: GET shows, POST records (contract sections 2, 5 and 9).
#pragma once

#include <vector>

#include "codec/answer_link.hpp"
#include "codec/answer_page.hpp"
#include "engine/gateway.hpp"
#include "engine/time_source.hpp"
#include "net/log.hpp"
#include "net/reader_pool.hpp"
#include "net/router.hpp"

namespace werktdoord {

// The token is the authority: no account, no cookie, no script. GET and HEAD change nothing, as
// programs follow links too. A form that is posted twice is recorded once. No log line and no
// metric ever holds a token.
class AnswerPages {
public:
    // All must outlive this, and this the threads that answer.
    struct Deps {
        Gateway& gateway;
        ReaderPool& readers;
        const TimeSource& time;
        Log& log;
        AnswerKeys keys;
    };
    explicit AnswerPages(Deps deps) : deps_(std::move(deps)) {}

    // GET and POST /antwoord/{token}, GET /antwoord.css; none without keys.
    std::vector<Endpoint> endpoints() const;

private:
    struct Visit {
        AnswerLink link;
        std::string token;
    };
    struct Shown;

    void look(const HttpRequest& request, HttpRespond respond) const;
    void answer(const HttpRequest& request, HttpRespond respond) const;
    void record(const Visit& visit, const WebForm& form, const std::string& body,
                HttpRespond respond) const;
    void renew(const Visit& visit, HttpRespond respond) const;
    void show(const Visit& visit, Shown shown, HttpRespond respond) const;
    bool expired(const Visit& visit) const;

    Deps deps_;
};

}  // namespace werktdoord
