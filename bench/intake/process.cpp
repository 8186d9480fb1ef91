#include "intake/process.hpp"

#include <fstream>

namespace werktdoord::bench {

namespace {

const std::filesystem::path peer_folder = WERKTDOOR_SOURCE_DIR "/bench/peer";

Program daemon(const Serve& serve, int port) {
    std::filesystem::create_directories(serve.folder);
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
    return {{serve.program, "serve", "--config", path}, {}, serve.folder / "log"};
}

Program peer(const std::filesystem::path& folder, Peer::Commit commit, int port) {
    std::filesystem::create_directories(folder);
    return {{"node", peer_folder / "server.mjs"},
            {"PORT=" + std::to_string(port), "STORE=" + (folder / "store.db").string(),
             std::string("SECRET=") + load_secret,
             commit == Peer::Commit::grouped ? "GROUP=1" : "GROUP="},
            folder / "log"};
}

}  // namespace

Process::Process(const Serve& serve) : port_(free_port()), child_(daemon(serve, port_), port_) {}

std::string mail_away() {
    return "  transport: smtp\n  smtp: { host: 127.0.0.1, port: 1, security: none }\n";
}

std::string mail_to_folder(const std::filesystem::path& folder) {
    return "  transport: directory\n  directory: " + folder.string() + "\n";
}

Peer::Peer(const std::filesystem::path& folder, Commit commit)
    : port_(free_port()), child_(peer(folder, commit, port_), port_) {}

bool Peer::installed() {
    return std::filesystem::exists(peer_folder / "node_modules/better-sqlite3");
}

}  // namespace werktdoord::bench
