// tests.yaml: examples of what the rules must do (contract section 3).
#pragma once

#include <string>
#include <vector>

#include "codec/yaml_node.hpp"
#include "core/ruleset.hpp"

namespace werktdoord {

// What examples may name.
struct TestNames {
    std::vector<std::string> rules;
    std::vector<std::string> regions;
    std::vector<std::string> wsps;
    std::vector<std::string> policies;
    std::vector<std::string> signposts;
    std::vector<std::string> members;
    std::vector<std::string> addresses;  // of those who receive for a region
};

// Of `given`, kind, sites and headcount must be there. `document` of the request stays empty.
// Warning: a member of `given` that a request does not have.
std::vector<RuleTest> read_rule_tests(Node root, const TestNames& names);

}  // namespace werktdoord
