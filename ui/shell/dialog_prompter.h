#pragma once

#include "ui/shell/prompter.h"

namespace cw::ui {

/// Asks with dialogs that block nothing: each is opened, and the answer comes when it is closed.
class DialogPrompter final : public Prompter {
public:
    void askText(QWidget* parent, const QString& title, const QString& label, const QString& initial,
                 std::function<void(std::optional<QString>)> done) override;
    void askPassword(QWidget* parent, const QString& title, const QString& label,
                     std::function<void(std::optional<QString>)> done) override;
    void confirm(QWidget* parent, const QString& title, const QString& text, const QString& yes,
                 std::function<void(bool)> done) override;
    void pickFiles(QWidget* parent, const QString& title, const QString& filter,
                   std::function<void(QStringList)> done) override;
    void pickFolder(QWidget* parent, const QString& title, std::function<void(QString)> done) override;
    void showError(QWidget* parent, const Error& error) override;
    void showText(QWidget* parent, const QString& title, const QString& text) override;
};

/// "Not permitted", "Changed by somebody else", … : the heading of an error.
QString headingFor(ErrorKind kind);

}  // namespace cw::ui
