// An SMTP server that says what a test tells it to, on a port of its own.
#pragma once

#include <atomic>
#include <chrono>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace werktdoord {

// What the server does on one connection. A reply of "" says nothing and closes the connection, one
// of "silence" says nothing and waits, one of "flood TEXT" says TEXT until the other end hangs up.
struct SmtpScript {
    std::string greeting = "220 mail.example ESMTP";
    std::string hello = "250-mail.example\r\n250 SIZE 1000000";
    std::map<std::string, std::string> replies =
        {};                                      // by verb; "BODY" after the message; else 250 ok
    std::chrono::milliseconds verdict_after{0};  // it looks so long at a message
    int refused_from = 1000;                     // refuses this message and all after it
    int messages_max = 1000;                     // closes with 421 after that many messages
};

class ScriptedSmtp {
public:
    // One script a connection; the last one serves all further ones.
    explicit ScriptedSmtp(std::vector<SmtpScript> scripts);
    ~ScriptedSmtp();
    ScriptedSmtp(const ScriptedSmtp&) = delete;
    ScriptedSmtp& operator=(const ScriptedSmtp&) = delete;

    int port() const { return port_; }
    std::vector<std::string> commands() const;  // of all connections, in order
    std::vector<std::string> messages() const;  // as accepted, dots not yet taken out
    int connections() const { return connections_; }

private:
    void run();
    void serve(int socket, const SmtpScript& script);
    bool read_line(int socket, std::string& line);
    bool answer(int socket, const std::string& reply);
    bool flood(int socket, const std::string& text);
    bool read_message(int socket, std::string& message);

    std::vector<SmtpScript> scripts_;
    int listener_ = -1;
    int port_ = 0;
    std::atomic<int> connections_ = 0;
    std::atomic<bool> stopping_ = false;
    std::string buffer_;
    mutable std::mutex mutex_;
    std::vector<std::string> commands_;
    std::vector<std::string> messages_;
    std::thread thread_;  // last: uses all the others
};

}  // namespace werktdoord
