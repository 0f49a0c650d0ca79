#include "edits/edit_repository.h"

namespace cw {

bool isBlockingLine(std::string_view line) noexcept
{
    const auto blank = line.find(' ');
    return blank != std::string_view::npos && line.substr(blank + 1).starts_with("error") &&
           !line.ends_with(attestedMark);
}

}  // namespace cw
