#include "net/loop_gateway.hpp"

#include <boost/asio/post.hpp>
#include <utility>

namespace werktdoord {

LoopGateway::LoopGateway(Gateway& gateway, boost::asio::any_io_executor executor)
    : gateway_(gateway), executor_(std::move(executor)) {}

Gateway::Done LoopGateway::on_loop(Done done) const {
    return [executor = executor_, done = std::move(done)](Reply reply) {
        boost::asio::post(executor,
                          [done, reply = std::move(reply)]() mutable { done(std::move(reply)); });
    };
}

void LoopGateway::submit(Submit command, Done done) {
    gateway_.submit(std::move(command), on_loop(std::move(done)));
}

void LoopGateway::reject(RejectSubmission command, Done done) {
    gateway_.reject(std::move(command), on_loop(std::move(done)));
}

void LoopGateway::record(RecordEvent command, std::optional<IdempotencyKey> key, Done done) {
    gateway_.record(std::move(command), std::move(key), on_loop(std::move(done)));
}

void LoopGateway::renew(RenewLink command, Done done) {
    gateway_.renew(std::move(command), on_loop(std::move(done)));
}

void LoopGateway::decide(DeskDecision decision, Done done) {
    gateway_.decide(std::move(decision), on_loop(std::move(done)));
}

}  // namespace werktdoord
