#include "store/work/columns.h"

namespace cw::store {

std::string likeText(std::string_view text)
{
    std::string escaped;
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '\\') escaped += '\\';
        escaped += c;
    }
    return escaped;
}

}  // namespace cw::store
