#include "net/listening.hpp"

namespace werktdoord {
namespace asio = boost::asio;
using asio::ip::tcp;

Result<tcp::acceptor> bound_to(asio::io_context& io, const ListenAddress& listen) {
    const std::string where = listen.address + ":" + std::to_string(listen.port);
    boost::system::error_code error;
    const auto address = asio::ip::make_address(listen.address, error);
    if (error) return Problem{where, "is not an IP address to listen on"};
    const tcp::endpoint endpoint(address, listen.port);
    tcp::acceptor acceptor(io);
    acceptor.open(endpoint.protocol(), error);
    if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor.bind(endpoint, error);
    if (error) return Problem{where, "cannot listen here: " + error.message()};
    return acceptor;
}

}  // namespace werktdoord
