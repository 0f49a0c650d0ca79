#pragma once

#include "base/error.h"
#include "ui/billing/file_text.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QPlainTextEdit;

namespace cw::ui {

class EmptyState;
class PaneHeader;
class SegmentView;

/// A file of ours or of a payer as it is, with what is to be said of it above.
class FilePane final : public QWidget {
    Q_OBJECT

public:
    FilePane(Theme& theme, const QString& title, QWidget* parent = nullptr);
    void showFile(const QString& title, const QString& detail, const FileText& file, const QStringList& notes = {});
    void showNothing(const QString& sentence, const QString& keys = {}, const QString& meaning = {});
    void showFailed(const Error& error);
    PaneHeader& header() const { return *m_header; }
    SegmentView& view() const { return *m_view; }

private:
    Theme& m_theme;
    QString m_title;
    PaneHeader* m_header;
    QPlainTextEdit* m_notes;
    SegmentView* m_view;
    EmptyState* m_state;
};

}  // namespace cw::ui
