// libFuzzer's way to one function of inputs.hpp, named by FEED.
#include <cstddef>
#include <cstdint>

#include "fuzz/inputs.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    werktdoord::FEED({reinterpret_cast<const char*>(data), size});
    return 0;
}
