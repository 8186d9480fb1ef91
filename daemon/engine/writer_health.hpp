// Whether the writer can store, and who is told of it when it cannot.
#pragma once

#include <cstddef>
#include <exception>
#include <mutex>
#include <string>

#include "base/sparingly.hpp"
#include "engine/limits.hpp"
#include "engine/writer_listener.hpp"

namespace werktdoord {

// For the writing thread, but for why_not().
class WriterHealth {
public:
    // `listener` must outlive it.
    explicit WriterHealth(const WriterListener& listener) : listener_(listener) {}

    // Why nothing can be stored now; empty: all is well. Thread-safe.
    std::string why_not() const;

    // A batch was stored, or was not: so many commands have to come again.
    void stored();
    void not_stored(const std::exception& fault, std::size_t commands, Instant now);
    // What is due could not even be looked up.
    void set_failing(std::string why);
    // Storing failed, and nothing was stored since.
    bool storing_failed() const { return storing_failed_; }

    // Passed on to the listener, the same again only after limits::failing_told_every: what fails
    // does so for every sender that comes again.
    void tell(Trouble trouble, const std::string& why, Instant now);

private:
    const WriterListener& listener_;
    Sparingly told_{limits::failing_told_every};
    bool storing_failed_ = false;
    std::size_t refused_ = 0;  // commands since storing began to fail
    bool lost_ = false;

    mutable std::mutex mutex_;
    std::string failing_;
};

}  // namespace werktdoord
