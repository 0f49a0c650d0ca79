#pragma once

#include "chart/document_repository.h"
#include "codeset/codes.h"
#include "ui/widgets/row_delegate.h"

#include <QAbstractListModel>

#include <vector>

namespace cw::ui {

/// A code that a document or message of the chart carries, as the list shows it.
struct OfferedCode {
    DocumentRepository::StoredCode stored;
    bool isAssigned = false;  ///< It stands among the codes of the encounter already.
};

/// The system of a source code when it can be accepted: ICD-10-CM, ICD-10-PCS, CPT, HCPCS.
std::optional<CodeSystem> acceptableSystem(const SourceCode& code);

/// Codes from the source: those that can be accepted first, then the labels (SNOMED, ICD-9-CM …). The same code from several
/// places stands once, with the first place that has words.
class SourcesModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { SystemRole = Qt::UserRole + 1, TitleRole, QuoteRole, IsLabelRole, IsAssignedRole };

    using QAbstractListModel::QAbstractListModel;
    void setCodes(const std::vector<DocumentRepository::StoredCode>& codes);
    /// (system, code without dot) of what is on the encounter.
    void setAssigned(const std::vector<std::pair<CodeSystem, std::string>>& assigned);
    const OfferedCode* at(int row) const;
    int openCount() const;  ///< Acceptable, not assigned and not negated.
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<OfferedCode> m_codes;
};

class SourcesDelegate final : public RowDelegate {
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// "E11.22": the compact form of a code as stored, upper case, without dot.
std::string compactCode(const std::string& code);

}  // namespace cw::ui
