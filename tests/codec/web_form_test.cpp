// Forms as browsers send them, and what no browser sends.
#include "codec/web_form.hpp"

#include <gtest/gtest.h>

namespace werktdoord {
namespace {

TEST(WebForm, gives_fields_as_they_were_typed) {
    const auto form = read_web_form("note=Caf%C3%A9+%26+zo%2B&filled=3&wsps=a&wsps=b&empty=&bare");
    ASSERT_TRUE(form);
    EXPECT_EQ(form->first("note"), "Café & zo+");
    EXPECT_EQ(form->first("filled"), "3");
    EXPECT_EQ(form->all("wsps"), (std::vector<std::string>{"a", "b"}));
    EXPECT_TRUE(form->has("wsps", "b"));
    EXPECT_FALSE(form->has("wsps", "c"));
    EXPECT_EQ(form->first("empty"), "");
    EXPECT_EQ(form->first("bare"), "");
    EXPECT_EQ(form->first("other"), "");
}

TEST(WebForm, makes_every_line_end_the_same) {
    EXPECT_EQ(read_web_form("note=a%0D%0Ab%0Dc%0Ad%0D")->first("note"), "a\nb\nc\nd\n");
}

TEST(WebForm, may_be_empty) {
    EXPECT_TRUE(read_web_form("")->empty());
    EXPECT_TRUE(read_web_form("&&")->empty());
}

TEST(WebForm, that_no_browser_sends_is_none) {
    for (const char* body : {"a=%", "a=%4", "a=%4G", "a=%G4", "%zz=a", "a=%00", "a=%FF", "a=%C3",
                             "a=%ED%A0%80", "a=%C0%80"})
        EXPECT_FALSE(read_web_form(body)) << body;
    std::string many;
    for (int i = 0; i < 201; ++i) many += "a=b&";
    EXPECT_FALSE(read_web_form(many));
    EXPECT_TRUE(read_web_form(many.substr(4)));
}

}  // namespace
}  // namespace werktdoord
