// The gateway as the network uses it: answers come back on the thread of the loop, so that the one
// thread that writes makes no responses.
#pragma once

#include <boost/asio/any_io_executor.hpp>

#include "engine/gateway.hpp"

namespace werktdoord {

// `gateway` must outlive it. `done` runs on `executor`; not at all when that runs no more.
class LoopGateway final : public Gateway {
public:
    LoopGateway(Gateway& gateway, boost::asio::any_io_executor executor);

    void expect() override { gateway_.expect(); }
    void submit(Submit command, Done done) override;
    void reject(RejectSubmission command, Done done) override;
    void record(RecordEvent command, std::optional<IdempotencyKey> key, Done done) override;
    void renew(RenewLink command, Done done) override;
    void decide(DeskDecision decision, Done done) override;
    bool ready(std::string& why_not) const override { return gateway_.ready(why_not); }
    RulesPtr rules() const override { return gateway_.rules(); }

private:
    Done on_loop(Done done) const;

    Gateway& gateway_;
    boost::asio::any_io_executor executor_;
};

}  // namespace werktdoord
