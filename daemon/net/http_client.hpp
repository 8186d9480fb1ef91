// A plain HTTP client for the command line, on libcurl.
#pragma once

#include <string>
#include <vector>

namespace werktdoord {

struct HttpAnswer {
    long status = 0;  // 0: no answer, see `failure`
    std::string body;
    std::string failure;
};

// Posts `body` with these header lines; waits at most 30 seconds.
HttpAnswer http_post(const std::string& url, const std::vector<std::string>& headers,
                     const std::string& body);

}  // namespace werktdoord
