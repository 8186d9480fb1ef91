// What the writer tells the rest of the daemon.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "core/names.hpp"
#include "engine/recorder.hpp"

namespace werktdoord {

// What goes wrong in the writer: the disk; the work on a request or a command, which is a defect;
// what was received is not what became of it (docs/report.md); or the system's clock.
enum class Trouble { store, work, balance, time };

// As the log calls it.
template <>
struct Names<Trouble> {
    static constexpr std::array<std::pair<Trouble, std::string_view>, 4> table{
        {{Trouble::store, "store.failed"},
         {Trouble::work, "work.failed"},
         {Trouble::balance, "balance.wrong"},
         {Trouble::time, "time.set_back"}}};
};

// Called on the writing thread, which waits for it: a second at most, and seldom.
struct WriterListener {
    // After a commit, before its commands are answered: what happened, in the order of the journal.
    // For figures: who got an answer finds what was asked counted.
    std::function<void(const std::vector<Told>&)> committed;
    // The same once they are answered, for what need not hold anybody up.
    std::function<void(std::vector<Told>)> answered = [](const std::vector<Told>&) {};
    // Something failed; the same again now and then. English, for the log; no personal data.
    std::function<void(Trouble, const std::string&)> failed;
    // Storing works again after it failed; how many commands were told to come again meanwhile.
    std::function<void(std::size_t)> recovered = [](std::size_t) {};
    // The store must be closed and opened anew (StoreLost). Told once; what comes is unavailable.
    std::function<void()> lost = [] {};
};

}  // namespace werktdoord
