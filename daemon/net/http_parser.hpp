// HTTP/1.x requests out of bytes. Knows no sockets; the byte loop feeds it.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "net/http_message.hpp"
#include "net/limits.hpp"

namespace werktdoord {

// Reads one request; make a new one for the next.
class HttpParser {
public:
    enum class Stage { head, body, done, failed };

    explicit HttpParser(const HttpLimits& limits);
    ~HttpParser();
    HttpParser(const HttpParser&) = delete;
    HttpParser& operator=(const HttpParser&) = delete;

    // Takes what it can of the bytes received so far and returns how many it used up; the rest is
    // to be given again with what comes after. Stops after the head, so that the caller can act
    // between head and body.
    std::size_t feed(std::string_view bytes);

    Stage stage() const { return stage_; }

    // The head asked for "100 Continue" before the body is sent. REQUIRES: past the head.
    bool expects_continue() const;

    // The client keeps the connection for more requests. REQUIRES: past the head.
    bool keep_alive() const;

    // The method, as far as known; empty before.
    std::string method() const;

    // Bytes of the body so far.
    std::size_t held_bytes() const;

    // The request; trailers are read and dropped. REQUIRES: stage is done. Call once.
    HttpRequest take();

    // What to answer when the stage is failed: 400, 413, 417, 431, 501.
    int failure_status() const { return failure_status_; }
    const std::string& failure_text() const { return failure_text_; }

private:
    struct Impl;

    void fail(int status, std::string text);
    void account(std::string_view used, std::size_t framing);
    void bound(std::string_view waiting);
    void check_head();
    void check_framing();

    std::unique_ptr<Impl> impl_;
    Stage stage_ = Stage::head;
    int failure_status_ = 0;
    std::string failure_text_;
};

}  // namespace werktdoord
