// A blocking socket client that sends raw bytes and reads answers, for tests of the server.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace werktdoord::test {

struct RawAnswer {
    int status = 0;                              // 0: the connection ended without an answer
    std::map<std::string, std::string> headers;  // names in lower case
    std::string body;

    std::string header(const std::string& name) const {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string() : found->second;
    }
};

class RawClient {
public:
    explicit RawClient(std::uint16_t port);
    ~RawClient();
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    // False when the server has closed.
    bool send(std::string_view bytes);

    // The next answer, 100 Continue left out; of an answer to HEAD the head.
    RawAnswer read(bool head_only = false);

    // The next bytes up to and with `end`; what there was when the server closed before.
    std::string read_until(std::string_view end);

    // True when the server closes within the time a test waits, with nothing more to read.
    bool closed();

private:
    bool more();

    int socket_ = -1;
    std::string received_;
};

// One request on a connection of its own.
RawAnswer fetch(std::uint16_t port, std::string_view bytes);

// "GET /x HTTP/1.1" with a Host header; `headers` ends each line with CRLF.
std::string get(std::string_view target, std::string_view headers = {});
std::string post(std::string_view target, std::string_view headers, std::string_view body);

}  // namespace werktdoord::test
