#include "engine/isolation.hpp"

#include <exception>

namespace werktdoord {

bool Isolation::run(std::string_view what, const std::function<void()>& work) {
    const std::size_t mark = recorder_.mark();
    std::string why;
    try {
        store_.savepoint(work);
        return true;
    } catch (const StoreFault& fault) {
        if (fault.retry) throw;
        why = fault.what();
    } catch (const std::exception& defect) {
        why = defect.what();
    }
    recorder_.back_to(mark);
    troubles_.push_back(std::string(what) + ": " + why);
    return false;
}

}  // namespace werktdoord
