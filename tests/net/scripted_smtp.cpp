#include "net/scripted_smtp.hpp"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <stdexcept>

namespace werktdoord {

ScriptedSmtp::ScriptedSmtp(std::vector<SmtpScript> scripts) : scripts_(std::move(scripts)) {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    socklen_t size = sizeof(address);
    if (listener_ < 0 || ::bind(listener_, generic, size) != 0 || ::listen(listener_, 8) != 0 ||
        ::getsockname(listener_, generic, &size) != 0)
        throw std::runtime_error("no socket for the test");
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { run(); });
}

ScriptedSmtp::~ScriptedSmtp() {
    stopping_ = true;
    thread_.join();
    ::close(listener_);
}

std::vector<std::string> ScriptedSmtp::commands() const {
    const std::lock_guard lock(mutex_);
    return commands_;
}

std::vector<std::string> ScriptedSmtp::messages() const {
    const std::lock_guard lock(mutex_);
    return messages_;
}

void ScriptedSmtp::run() {
    while (!stopping_) {
        pollfd waiting{listener_, POLLIN, 0};
        if (::poll(&waiting, 1, 20) <= 0) continue;
        const int socket = ::accept(listener_, nullptr, nullptr);
        if (socket < 0) continue;
        const auto index = static_cast<std::size_t>(connections_++);
        buffer_.clear();
        serve(socket, scripts_[std::min(index, scripts_.size() - 1)]);
        ::close(socket);
    }
}

bool ScriptedSmtp::read_line(int socket, std::string& line) {
    while (buffer_.find('\n') == std::string::npos) {
        pollfd waiting{socket, POLLIN, 0};
        if (stopping_) return false;
        if (::poll(&waiting, 1, 20) <= 0) continue;
        char bytes[4096];
        const ssize_t count = ::recv(socket, bytes, sizeof(bytes), 0);
        if (count <= 0) return false;
        buffer_.append(bytes, static_cast<std::size_t>(count));
    }
    const std::size_t end = buffer_.find('\n');
    line = buffer_.substr(0, end);
    buffer_.erase(0, end + 1);
    if (!line.empty() && line.back() == '\r') line.pop_back();
    return true;
}

bool ScriptedSmtp::answer(int socket, const std::string& reply) {
    if (reply == "silence") return true;
    if (reply.empty()) return false;
    if (reply.starts_with("flood ")) return flood(socket, reply.substr(6));
    const std::string bytes = reply + "\r\n";
    return ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
           static_cast<ssize_t>(bytes.size());
}

bool ScriptedSmtp::flood(int socket, const std::string& text) {
    while (!stopping_) {
        pollfd ready{socket, POLLOUT, 0};
        if (::poll(&ready, 1, 20) <= 0) continue;
        if (::send(socket, text.data(), text.size(), MSG_NOSIGNAL | MSG_DONTWAIT) < 0) return false;
    }
    return false;
}

bool ScriptedSmtp::read_message(int socket, std::string& message) {
    for (std::string line; read_line(socket, line);) {
        if (line == ".") return true;
        message += line + "\r\n";
    }
    return false;
}

void ScriptedSmtp::serve(int socket, const SmtpScript& script) {
    const auto reply_to = [&](const std::string& verb, const std::string& usual) {
        const auto found = script.replies.find(verb);
        return found == script.replies.end() ? usual : found->second;
    };
    int accepted = 0;
    if (!answer(socket, script.greeting)) return;
    for (std::string line; read_line(socket, line);) {
        const std::string verb = line.substr(0, line.find(' '));
        {
            const std::lock_guard lock(mutex_);
            commands_.push_back(line);
        }
        const std::string reply = reply_to(verb, verb == "EHLO"   ? script.hello
                                                 : verb == "DATA" ? "354 go on"
                                                 : verb == "QUIT" ? "221 bye"
                                                                  : "250 ok");
        if (!answer(socket, reply) || verb == "QUIT") return;
        if (verb != "DATA" || !reply.starts_with("354")) continue;
        std::string message;
        if (!read_message(socket, message)) return;
        std::this_thread::sleep_for(script.verdict_after);
        const std::string verdict = reply_to(
            "BODY", accepted + 1 < script.refused_from ? "250 2.0.0 queued" : "550 5.7.1 no");
        if (verdict.starts_with("250")) {
            const std::lock_guard lock(mutex_);
            messages_.push_back(message);
        }
        if (!answer(socket, verdict)) return;
        if (++accepted == script.messages_max) {
            answer(socket, "421 4.4.2 idle for too long");
            return;
        }
    }
}

}  // namespace werktdoord
