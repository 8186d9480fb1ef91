#include "net/http_target.hpp"

#include <boost/url/decode_view.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

namespace werktdoord {
namespace {

std::string decoded(std::string_view text, bool plus_is_space) {
    boost::urls::encoding_opts options;
    options.space_as_plus = plus_is_space;
    const boost::urls::decode_view view(boost::core::string_view(text.data(), text.size()),
                                        options);
    return std::string(view.begin(), view.end());
}

}  // namespace

std::optional<HttpTarget> parse_target(std::string_view target) {
    if (target == "*") return HttpTarget{"*", {}};
    const boost::core::string_view text(target.data(), target.size());
    const auto url = target.starts_with('/') ? boost::urls::parse_origin_form(text)
                                             : boost::urls::parse_absolute_uri(text);
    if (!url) return std::nullopt;
    const bool is_http = url->scheme_id() == boost::urls::scheme::http ||
                         url->scheme_id() == boost::urls::scheme::https;
    if (url->has_scheme() && (!is_http || !url->has_authority())) return std::nullopt;
    HttpTarget result;
    const auto path = url->encoded_path();
    result.path.assign(path.data(), path.size());
    if (result.path.empty()) result.path = "/";
    for (const auto& parameter : url->encoded_params()) {
        const std::string_view key(parameter.key.data(), parameter.key.size());
        const std::string_view value(parameter.value.data(), parameter.value.size());
        if (key.empty() && !parameter.has_value) continue;  // "?", or what an "&" ends in
        result.query.emplace_back(decoded(key, true), decoded(value, true));
    }
    return result;
}

std::vector<std::string> path_segments(std::string_view path) {
    std::vector<std::string> segments;
    if (path.starts_with('/')) path.remove_prefix(1);
    for (;;) {
        const auto slash = path.find('/');
        segments.push_back(decoded(path.substr(0, slash), false));
        if (slash == std::string_view::npos) return segments;
        path.remove_prefix(slash + 1);
    }
}

}  // namespace werktdoord
