#include "net/bearer.hpp"

#include <openssl/crypto.h>

#include "base/ascii.hpp"
#include "codec/sha256.hpp"
#include "net/problem_response.hpp"

namespace werktdoord {
namespace {

std::string hash_of(std::string_view token) {
    const Sha256 hash = sha256(token);
    return std::string(hash.begin(), hash.end());
}

// The token of "Bearer TOKEN"; the scheme in any case (RFC 9110 section 11.1).
std::optional<std::string> token_of(const HttpRequest& request) {
    const auto header = request.header("authorization");
    constexpr std::string_view scheme = "bearer ";
    if (!header || header->size() <= scheme.size()) return std::nullopt;
    if (lower_case(std::string_view(*header).substr(0, scheme.size())) != scheme)
        return std::nullopt;
    const std::size_t begin = header->find_first_not_of(' ', scheme.size());
    if (begin == std::string::npos) return std::nullopt;
    return header->substr(begin);
}

HttpResponse challenge(int status, std::string_view detail, std::string parameters) {
    HttpResponse response = problem_response(status, detail);
    response.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"werktdoord\"" + parameters);
    return response;
}

}  // namespace

Bearer::Bearer(const std::vector<ApiToken>& tokens) {
    for (const ApiToken& token : tokens)
        if (!token.token.empty()) known_.push_back({hash_of(token.token), token.role});
}

std::optional<HttpResponse> Bearer::refuse(const HttpRequest& request, ApiRole role) const {
    const auto token = token_of(request);
    if (!token) return challenge(401, "A bearer token is needed here.", "");
    const std::string hash = hash_of(*token);
    const Known* found = nullptr;
    for (const Known& known : known_)
        if (CRYPTO_memcmp(known.hash.data(), hash.data(), hash.size()) == 0) found = &known;
    if (found == nullptr)
        return challenge(401, "This bearer token is not known here.", ", error=\"invalid_token\"");
    if (role == ApiRole::team && found->role != ApiRole::team)
        return challenge(403, "This token may only read.", ", error=\"insufficient_scope\"");
    return std::nullopt;
}

HttpHandler Bearer::guard(ApiRole role, HttpHandler handler) const {
    return [this, role, handler = std::move(handler)](HttpRequest request, HttpRespond respond) {
        auto refused = refuse(request, role);
        if (refused) return respond(std::move(*refused));
        handler(std::move(request), std::move(respond));
    };
}

}  // namespace werktdoord
