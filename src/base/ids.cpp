#include "base/ids.h"

#include <sodium.h>

namespace cw {

std::int64_t RandomIdSource::next()
{
    std::int64_t value = 0;
    while (value == 0) {
        std::uint64_t bits = 0;
        randombytes_buf(&bits, sizeof bits);
        value = static_cast<std::int64_t>(bits & ((std::uint64_t{1} << 52) - 1));
    }
    return value;
}

}  // namespace cw
