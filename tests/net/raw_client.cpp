#include "net/raw_client.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <cctype>
#include <stdexcept>

namespace werktdoord::test {
namespace {

RawAnswer parse_head(const std::string& head) {
    RawAnswer answer;
    answer.status = std::stoi(head.substr(9, 3));
    std::size_t at = head.find("\r\n") + 2;
    while (at < head.size() && head.compare(at, 2, "\r\n") != 0) {
        const std::size_t colon = head.find(": ", at);
        const std::size_t end = head.find("\r\n", at);
        std::string name = head.substr(at, colon - at);
        for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        answer.headers[name] = head.substr(colon + 2, end - colon - 2);
        at = end + 2;
    }
    return answer;
}

}  // namespace

RawClient::RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    const timeval patience{5, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    ::inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error("cannot connect");
}

RawClient::~RawClient() {
    ::close(socket_);
}

bool RawClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool RawClient::more() {
    std::array<char, 16384> chunk{};
    const ssize_t count = ::recv(socket_, chunk.data(), chunk.size(), 0);
    if (count <= 0) return false;
    received_.append(chunk.data(), static_cast<std::size_t>(count));
    return true;
}

std::string RawClient::read_until(std::string_view end) {
    std::size_t at = received_.find(end);
    while (at == std::string::npos && more()) at = received_.find(end);
    const std::size_t size = at == std::string::npos ? received_.size() : at + end.size();
    const std::string text = received_.substr(0, size);
    received_.erase(0, size);
    return text;
}

RawAnswer RawClient::read(bool head_only) {
    const std::string head = read_until("\r\n\r\n");
    if (!head.ends_with("\r\n\r\n")) return {};
    RawAnswer answer = parse_head(head);
    if (answer.status == 100) return read(head_only);
    if (head_only) return answer;
    const std::size_t size = std::stoul("0" + answer.header("content-length"));
    while (received_.size() < size && more()) continue;
    answer.body = received_.substr(0, size);
    received_.erase(0, size);
    return answer;
}

bool RawClient::closed() {
    if (!received_.empty()) return false;
    char byte = 0;
    return ::recv(socket_, &byte, 1, 0) == 0;
}

RawAnswer fetch(std::uint16_t port, std::string_view bytes) {
    RawClient client(port);
    client.send(bytes);
    return client.read();
}

std::string get(std::string_view target, std::string_view headers) {
    return "GET " + std::string(target) + " HTTP/1.1\r\nHost: test.example\r\n" +
           std::string(headers) + "\r\n";
}

std::string post(std::string_view target, std::string_view headers, std::string_view body) {
    return "POST " + std::string(target) + " HTTP/1.1\r\nHost: test.example\r\n" +
           std::string(headers) + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
           std::string(body);
}

}  // namespace werktdoord::test
