#pragma once

#include "chart/document.h"
#include "store/sqlite/database.h"

#include <string>
#include <string_view>
#include <vector>

namespace cw::store {

/// SELECT … FROM document d JOIN document_version v, for documentsOf() and documentOf(). `?1` is the reader.
extern const std::string_view documentColumns;
/// "(SELECT …)": ids of the documents of the chart of encounter `?2`, those of its patient without encounter among them.
extern const std::string_view chartDocuments;

/// All rows of a statement that begins with documentColumns.
Result<std::vector<DocumentInfo>> documentsOf(Statement& select);

/// The row that the statement stands on.
Result<DocumentInfo> documentOf(const Statement& row);

/// Four columns from `first` on: left, top, width, height.
PageArea areaOf(const Statement& row, int first);
void bindArea(Statement& statement, const PageArea& area);

/// Name of a version for messages.
std::string labelOf(DocumentVersionId version);

}  // namespace cw::store
