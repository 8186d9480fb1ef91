#include "cli/daemon_parts.hpp"

#include <cstdlib>
#include <filesystem>
#include <stdexcept>

namespace werktdoord {

std::unique_ptr<LogSink> log_sink(const Config& config) {
    return make_log_sink(config.log.format, std::getenv("JOURNAL_STREAM"));
}

ListenAddress listen_address(const Config& config, std::shared_ptr<TlsContext> tls) {
    return {config.listen.address, config.listen.port, std::move(tls)};
}

boost::asio::ip::tcp::acceptor take_address(boost::asio::io_context& io, const Config& config) {
    auto bound = bound_to(io, listen_address(config, nullptr));
    if (!bound) throw std::runtime_error(bound.error().where + ": " + bound.error().text);
    return std::move(*bound);
}

std::string store_to_serve(const Config& config) {
    std::error_code error;
    if (config.store.has_parent_path())
        std::filesystem::create_directories(config.store.parent_path(), error);
    if (error) throw fault_of("the folder of the store", error);
    return config.store.string();
}

std::unique_ptr<Store> open_or_create(const Config& config, SaltSource& salts) {
    return open_store(store_to_serve(config), salts);
}

}  // namespace werktdoord
