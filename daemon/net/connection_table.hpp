// The connections of a server, and which of them gives way when there are too many.
#pragma once

#include <cstddef>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <string>

#include "net/http_connection.hpp"

namespace werktdoord {

// Used on the network thread only. Owns no connection.
class ConnectionTable {
public:
    // A connection's place in the table, given back when it ends, however it ends.
    class Seat {
    public:
        Seat(ConnectionTable& table, const std::shared_ptr<HttpConnection>& connection,
             const std::string& address);
        ~Seat();
        Seat(const Seat&) = delete;
        Seat& operator=(const Seat&) = delete;

    private:
        friend class ConnectionTable;
        ConnectionTable& table_;
        std::weak_ptr<HttpConnection> connection_;
        std::map<std::string, std::size_t>::iterator of_address_;
        std::list<Seat*>::iterator place_;
    };

    // `left` is called after each connection that ends.
    explicit ConnectionTable(std::function<void()> left) : left_(std::move(left)) {}

    std::size_t size() const { return seats_.size(); }

    // One of the address that has most connections gives way: an idle one before one that sends or
    // reads, and of these the one that has been at it longest. None when all are in flight.
    void make_room();

    // Who holds most bytes gives way; none when all that are held are in flight.
    void free_memory();

    void drain();

private:
    std::function<void()> left_;
    std::list<Seat*> seats_;
    std::map<std::string, std::size_t> of_address_;  // how many each has; no zeros
};

}  // namespace werktdoord
