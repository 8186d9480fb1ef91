#include "net/connection_table.hpp"

#include <tuple>

namespace werktdoord {

ConnectionTable::Seat::Seat(ConnectionTable& table,
                            const std::shared_ptr<HttpConnection>& connection,
                            const std::string& address)
    : table_(table),
      connection_(connection),
      of_address_(table.of_address_.try_emplace(address, 0).first),
      place_(table.seats_.insert(table.seats_.end(), this)) {
    ++of_address_->second;
}

ConnectionTable::Seat::~Seat() {
    table_.seats_.erase(place_);
    if (--of_address_->second == 0) table_.of_address_.erase(of_address_);
    table_.left_();
}

void ConnectionTable::make_room() {
    std::shared_ptr<HttpConnection> first;
    std::tuple<std::size_t, bool> most;
    for (const Seat* seat : seats_) {
        auto connection = seat->connection_.lock();
        if (!connection || !connection->can_give_way()) continue;
        const std::tuple rank(seat->of_address_->second, connection->idle());
        if (first && rank < most) continue;
        if (first && rank == most && connection->deadline() >= first->deadline()) continue;
        most = rank;
        first = std::move(connection);
    }
    if (first) first->give_way();
}

void ConnectionTable::free_memory() {
    std::shared_ptr<HttpConnection> biggest;
    std::size_t most = 0;
    for (const Seat* seat : seats_) {
        auto connection = seat->connection_.lock();
        if (!connection || !connection->can_give_way() || connection->held_bytes() <= most)
            continue;
        most = connection->held_bytes();
        biggest = std::move(connection);
    }
    if (biggest) biggest->give_way();
}

void ConnectionTable::drain() {
    for (const Seat* seat : seats_)
        if (const auto connection = seat->connection_.lock()) connection->drain();
}

}  // namespace werktdoord
