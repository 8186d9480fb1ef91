#include "intake/process.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <stdexcept>
#include <thread>

namespace werktdoord::bench {

namespace {

sockaddr_in loopback(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    return address;
}

int free_port() {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    const bool found = ::bind(socket, reinterpret_cast<sockaddr*>(&address), size) == 0 &&
                       ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) == 0;
    ::close(socket);
    if (!found) throw std::runtime_error("no free port");
    return ntohs(address.sin_port);
}

bool listens(int port) {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    const sockaddr_in address = loopback(port);
    const bool connected =
        ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    ::close(socket);
    return connected;
}

std::filesystem::path write_config(const Serve& serve, int port) {
    const auto path = serve.folder / "werktdoord.yaml";
    std::filesystem::copy(
        WERKTDOOR_SOURCE_DIR "/config/templates", serve.folder / "templates",
        std::filesystem::copy_options::recursive | std::filesystem::copy_options::skip_existing);
    std::ofstream(path) << "time_zone: Europe/Amsterdam\nlisten: { address: 127.0.0.1, port: "
                        << port << " }\npublic_url: http://127.0.0.1:" << port
                        << "\nstore: { path: store.db }\nrules: " WERKTDOOR_SOURCE_DIR "/rules\n"
                        << "intake:\n  sources:\n    - { name: platform, secrets: [ \""
                        << load_secret << "\" ] }\n"
                        << "api:\n  tokens:\n    - { name: bench, role: team, token: bench }\n"
                        << "answers: { keys: [ \"a key for the links of the benchmark\" ] }\n"
                        << "mail:\n  from: \"NLWerktDoor <noreply@nlwerktdoor.example>\"\n"
                        << serve.mail << "log: { level: error }\n";
    return path;
}

[[noreturn]] void become(const Serve& serve, const std::filesystem::path& config) {
    const int log = ::open((serve.folder / "log").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    ::dup2(log, STDOUT_FILENO);
    ::dup2(log, STDERR_FILENO);
    ::execl(serve.program.c_str(), serve.program.c_str(), "serve", "--config", config.c_str(),
            nullptr);
    ::_exit(127);
}

}  // namespace

Process::Process(const Serve& serve) : port_(free_port()) {
    std::filesystem::create_directories(serve.folder);
    const auto config = write_config(serve, port_);
    const auto begin = std::chrono::steady_clock::now();
    pid_ = ::fork();
    if (pid_ == 0) become(serve, config);
    while (!listens(port_)) {
        if (::waitpid(pid_, nullptr, WNOHANG) != 0 ||
            std::chrono::steady_clock::now() - begin > std::chrono::minutes(5))
            throw std::runtime_error("werktdoord does not start; see " +
                                     (serve.folder / "log").string());
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    ready_ = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

Process::~Process() {
    ::kill(pid_, SIGTERM);
    ::waitpid(pid_, nullptr, 0);
}

double Process::memory() const {
    std::ifstream status("/proc/" + std::to_string(pid_) + "/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmRSS:")) return std::stod(line.substr(6)) / 1024;
    return 0;
}

std::string mail_away() {
    return "  transport: smtp\n  smtp: { host: 127.0.0.1, port: 1, security: none }\n";
}

std::string mail_to_folder(const std::filesystem::path& folder) {
    return "  transport: directory\n  directory: " + folder.string() + "\n";
}

}  // namespace werktdoord::bench
