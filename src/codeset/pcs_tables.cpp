#include "codeset/pcs_tables.h"

#include <algorithm>

namespace cw {

std::vector<std::string> expandToCodes(const PcsTables& tables)
{
    std::vector<std::string> codes;
    for (const auto& table : tables.tables)
        for (const auto& [axes] : table.rows)
            for (const auto& fourth : axes[0])
                for (const auto& fifth : axes[1])
                    for (const auto& sixth : axes[2])
                        for (const auto& seventh : axes[3])
                            codes.push_back(table.prefix + fourth.character + fifth.character + sixth.character +
                                            seventh.character);
    std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    return codes;
}

}  // namespace cw
