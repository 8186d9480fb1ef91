// libFuzzer's way into the reader of rules; README.md tells how to run it.
#include <cstddef>
#include <cstdint>

#include "fuzz/rules_input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    werktdoord::read_rules_input({reinterpret_cast<const char*>(data), size});
    return 0;
}
