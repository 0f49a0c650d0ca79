#pragma once

#include "encounter/unmatched.h"
#include "store/work/document_repository.h"

#include <string>
#include <string_view>
#include <vector>

namespace cw::store {

/// Digest of a readable text and its layout, as kept beside them.
std::string textDigest(std::string_view text, std::string_view layout);

/// Every stored content read and checked against its digests, large files too: one line for each that does not fit.
Result<std::vector<std::string>> documentFaults(ReadTx& tx, const SqliteDocumentRepository& documents,
                                                const UnmatchedRepository& unmatched);

}  // namespace cw::store
