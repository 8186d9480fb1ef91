#include "codec/rules_tests.hpp"

#include <set>

#include "codec/rules_request.hpp"
#include "codec/rules_words.hpp"

namespace werktdoord {

namespace {

using Words = std::vector<std::string>;

// A name or a list of names; an empty list expects none.
std::optional<Words> read_expected(const Node& node, std::string_view what, const Words& names) {
    if (!node) return std::nullopt;
    if (!node.is_scalar()) return read_known(node, what, names);
    return Words{node.known(what, names)};
}

std::optional<std::string> read_one(const Node& node, std::string_view what, const Words& names) {
    if (!node) return std::nullopt;
    return node.known(what, names);
}

RuleTest read_test(Node node, const TestNames& names) {
    RuleTest test;
    test.name = node.required("name").text();
    test.place = node.where();
    test.given = read_request(node.required("given"));
    test.at = node.optional("at").parsed(parse_rfc3339);
    Node expect = node.required("expect");
    test.rule = read_one(expect.optional("rule"), "rule", names.rules);
    test.regions = read_expected(expect.optional("regions"), "region", names.regions);
    test.wsps = read_expected(expect.optional("wsps"), "WSP", names.wsps);
    test.policy = read_one(expect.optional("policy"), "policy", names.policies);
    test.signposts = read_expected(expect.optional("signposts"), "signpost", names.signposts);
    test.owner = read_one(expect.optional("owner"), "member", names.members);
    test.contacts = read_expected(expect.optional("contacts"), "address", names.addresses);
    expect.finish();
    if (expect.is_null() || (expect.is_map() && expect.entries().empty()))
        expect.error("expected one of: rule, regions, wsps, policy, signposts, owner, contacts");
    node.finish();
    return test;
}

}  // namespace

std::vector<RuleTest> read_rule_tests(Node root, const TestNames& names) {
    std::vector<RuleTest> tests;
    std::set<std::string> seen;
    for (const Node& item : root.required("tests").list()) {
        tests.push_back(read_test(item, names));
        const std::string& name = tests.back().name;
        if (!seen.insert(name).second && !name.empty())
            item.warning("an example \"" + name + "\" stands above");
    }
    root.finish();
    return tests;
}

}  // namespace werktdoord
