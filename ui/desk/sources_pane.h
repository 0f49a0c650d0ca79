#pragma once

#include "encounter/encounter.h"
#include "ui/desk/sources_list.h"

#include <QWidget>

class QListView;

namespace cw::ui {

class PaneHeader;
class Theme;

/// Codes that came with the documents and messages of a chart. Nothing of it is on the claim until somebody accepts it:
/// Space does, with the words as proof, Enter shows where they stand. Hidden while there are none.
class SourcesPane final : public QWidget {
    Q_OBJECT

public:
    SourcesPane(Theme& theme, QWidget* parent);
    void showCodes(const std::vector<DocumentRepository::StoredCode>& codes);
    void showAssigned(const Encounter& encounter);
    QListView& list() const { return *m_list; }
    bool isEmpty() const;

signals:
    void accepted(const cw::DocumentRepository::StoredCode& code);
    void placeWanted(const cw::DocumentRepository::StoredCode& code);
    void statusText(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void accept();
    void show(const QModelIndex& index);
    void showCounts();
    void style();

    Theme& m_theme;
    PaneHeader* m_header;
    QListView* m_list;
    SourcesModel* m_model;
};

}  // namespace cw::ui
