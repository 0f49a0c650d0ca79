#pragma once

#include "app/own_terms.h"
#include "ui/shell/page.h"

#include <QAbstractTableModel>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QLineEdit;
class QPushButton;

namespace cw::ui {

class EmptyState;
class ListTable;
class PaneHeader;

struct TermRow {
    SiteTerm term;
    QString changedAt;  ///< Local date and time.
};

/// The site's own search terms.
class TermModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { term, words, codes, changed, columnCountOf };
    using QAbstractTableModel::QAbstractTableModel;
    void setRows(std::vector<TermRow> rows);
    const SiteTerm* at(int row) const;
    int rowOf(const std::string& term) const;  ///< -1 when it is not listed.
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<TermRow> m_rows;
};

/// Lists, adds, changes and removes them.
class TermsPane final : public QWidget {
    Q_OBJECT

public:
    TermsPane(PageContext& context, QWidget* parent);
    void load();
    void focusList();

signals:
    void statusText(const QString& text);
    void termsChanged();  ///< The index is to be made anew.

private:
    QWidget* makeForm();
    void showForm(const SiteTerm* term);
    void startNew();
    void keep();
    void remove();
    void run(std::function<Status(app::OwnTerms&)> step, const QString& done);

    PageContext& m_context;
    PaneHeader* m_header;
    TermModel* m_model;
    ListTable* m_table;
    EmptyState* m_state;
    PaneHeader* m_formHeader = nullptr;
    QLineEdit* m_term = nullptr;
    QLineEdit* m_words = nullptr;
    QLineEdit* m_codes = nullptr;
    QPushButton* m_keep = nullptr;
    std::optional<SiteTerm> m_shown;  ///< What the form changes; none for a new term.
    std::string m_wanted;             ///< Made current when the list has been loaded.
};

}  // namespace cw::ui
