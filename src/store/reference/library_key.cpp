#include "store/reference/library_key.h"

namespace cw::store {

Result<std::string> libraryKey(ReferenceLibrary& library)
{
    std::string key;
    for (const std::string_view sql : {"SELECT 'r', id, imported_at, source_digest FROM code_release ORDER BY id",
                                       "SELECT 'l', id, imported_at, source_digest FROM reference_list ORDER BY id"}) {
        CW_TRY(auto select, library.database().prepare(sql));
        while (true) {
            CW_TRY(const bool row, select.step());
            if (!row) break;
            key += select.text(0) + std::to_string(select.integer(1)) + " " + std::to_string(select.integer(2)) + " ";
            key += select.view(3);
            key += '\n';
        }
    }
    return key;
}

}  // namespace cw::store
