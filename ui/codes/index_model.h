#pragma once

#include "codeset/reference_tables.h"
#include "ui/codes/outline_model.h"

#include <QStringList>

namespace cw::ui {

/// Index terms as an outline: a main term with its sub-terms, or a whole table with its cells. All of it is known from
/// the start.
class IndexModel final : public OutlineModel {
    Q_OBJECT

public:
    /// With `columns` the cells stand beside the term, else its codes and where its `see` leads.
    explicit IndexModel(QObject* parent = nullptr) : OutlineModel(parent) {}
    void setColumns(std::vector<std::string> columns);
    /// Parents before children. Shows `levels` levels below the roots open.
    void setTerms(std::vector<IndexEntry> terms, int levels);
    const IndexEntry& term(std::int64_t id) const { return m_terms.at(id); }
    bool has(std::int64_t id) const { return m_terms.contains(id); }
    std::vector<IndexEntry> pathTo(std::int64_t id) const;
    /// Opens what stands above the term; its row, or -1.
    int reveal(std::int64_t id);
    /// Shows the terms with all the words, and what stands above them; no words show everything again.
    void narrowTo(const QString& words);
    /// The first row with all the words; -1 when none has them.
    int rowForWords(const QString& words) const;
    /// The first row, nearest to the roots, whose term begins with the letters typed; -1 when none does.
    int rowFor(const QString& typed) const;
    /// The code in a cell; empty when the table has none there.
    std::string codeAt(int row, int column) const;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QVariant cell(std::int64_t id, int column, int role) const override;

private:
    bool hasWords(std::int64_t id, const QStringList& words) const;
    QVariant termCell(const IndexEntry& entry, int role) const;

    std::unordered_map<std::int64_t, IndexEntry> m_terms;
    std::unordered_map<std::int64_t, QString> m_letters;  ///< Of each term, for jumping.
    std::vector<std::string> m_columns;
};

/// "see Diabetes, type 1", "see also ..."; empty without one.
QString referenceText(const IndexEntry& entry);

/// "Malignant Primary" as "Primary": a heading that fits over a code.
QString shortHeading(const QString& heading);

}  // namespace cw::ui
