#include "cli/output.hpp"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <iostream>
#include <system_error>

#include "cli/cli.hpp"

namespace werktdoord {

namespace {

// Asked of the descriptor, as the error of an earlier write is not kept.
bool reader_is_gone() {
    pollfd out{STDOUT_FILENO, POLLOUT, 0};
    return ::poll(&out, 1, 0) == 1 && (out.revents & (POLLERR | POLLHUP)) != 0;
}

}  // namespace

int with_written_output(int code) {
    const bool whole = static_cast<bool>(std::cout);
    errno = 0;
    std::cout.flush();
    const int error = whole ? errno : 0;
    if (std::cout || reader_is_gone()) return code;
    std::cerr << "werktdoord: the output could not be written to standard output";
    if (error != 0) std::cerr << ": " << std::generic_category().message(error);
    std::cerr << "\n";
    return code == exit_done ? exit_problems : code;
}

}  // namespace werktdoord
