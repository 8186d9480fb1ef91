// The lock on a store that is served: a second daemon would send its mails a second time.
#pragma once

#include <string>

namespace werktdoord {

// Held as long as it lives; the system lets go of it when the process ends, however it ends.
class ServeLock {
public:
    // Locks the file `store`.lock, which it makes. Throws StoreFault: that another daemon serves
    // the store, or why the file cannot be made (a full disk may pass).
    explicit ServeLock(const std::string& store);
    ~ServeLock();
    ServeLock(const ServeLock&) = delete;
    ServeLock& operator=(const ServeLock&) = delete;

private:
    int file_;
};

}  // namespace werktdoord
