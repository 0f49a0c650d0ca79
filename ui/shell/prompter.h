#pragma once

#include "base/error.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

class QWidget;

namespace cw::ui {

/// Every question and every message to the person goes through here: one place that turns an Error into words, and one
/// place where a test answers instead of a person. Nothing blocks: answers come by callback.
class Prompter {
public:
    virtual ~Prompter() = default;
    /// A line of text, e.g. the reason of a return; nothing when cancelled.
    virtual void askText(QWidget* parent, const QString& title, const QString& label, const QString& initial,
                         std::function<void(std::optional<QString>)> done) = 0;
    /// The same with the letters hidden.
    virtual void askPassword(QWidget* parent, const QString& title, const QString& label,
                             std::function<void(std::optional<QString>)> done)
    {
        askText(parent, title, label, {}, std::move(done));
    }
    virtual void confirm(QWidget* parent, const QString& title, const QString& text, const QString& yes,
                         std::function<void(bool)> done) = 0;
    virtual void pickFiles(QWidget* parent, const QString& title, const QString& filter,
                           std::function<void(QStringList)> done) = 0;
    virtual void pickFolder(QWidget* parent, const QString& title, std::function<void(QString)> done) = 0;
    /// Says what failed, what to do, and the id for support. Silent for cancelled.
    virtual void showError(QWidget* parent, const Error& error) = 0;
    virtual void showText(QWidget* parent, const QString& title, const QString& text) = 0;
};

}  // namespace cw::ui
