// What the daemon and the wait for its store are both made of: their log, their store, where they
// listen.
#pragma once

#include <memory>

#include "codec/config.hpp"
#include "net/http_server.hpp"
#include "net/log.hpp"
#include "net/log_sink.hpp"
#include "store/sqlite_store.hpp"

namespace werktdoord {

std::unique_ptr<LogSink> log_sink(const Config& config);
// Without `tls` in plain HTTP.
ListenAddress listen_address(const Config& config, std::shared_ptr<TlsContext> tls);

// Takes the address of the configuration. Throws std::runtime_error when it cannot be had.
boost::asio::ip::tcp::acceptor take_address(boost::asio::io_context& io, const Config& config);

// The file that is locked while the store is served; its folder is made where it is missing.
std::string store_to_serve(const Config& config);

// The store to write to, with its folder made where it is missing. Throws as open_store() does.
std::unique_ptr<Store> open_or_create(const Config& config, SaltSource& salts);

}  // namespace werktdoord
