#pragma once

#include "ui/shell/prompter.h"

#include <deque>

namespace cw::ui {

/// Answers in place of a person and remembers what was asked and said. Without a prepared answer it cancels.
class TestPrompter final : public Prompter {
public:
    std::deque<QString> texts;  ///< Answers to askText.
    std::deque<QStringList> files;
    std::deque<QString> folders;
    bool yes = true;
    QStringList asked;  ///< Titles of all questions.
    QStringList shown;  ///< Texts of showText.
    std::vector<Error> errors;

    void askText(QWidget*, const QString& title, const QString&, const QString&,
                 std::function<void(std::optional<QString>)> done) override
    {
        asked.append(title);
        done(texts.empty() ? std::nullopt : std::optional<QString>(take(texts)));
    }
    void confirm(QWidget*, const QString& title, const QString&, const QString&,
                 std::function<void(bool)> done) override
    {
        asked.append(title);
        done(yes);
    }
    void pickFiles(QWidget*, const QString& title, const QString&, std::function<void(QStringList)> done) override
    {
        asked.append(title);
        done(files.empty() ? QStringList() : take(files));
    }
    void pickFolder(QWidget*, const QString& title, std::function<void(QString)> done) override
    {
        asked.append(title);
        done(folders.empty() ? QString() : take(folders));
    }
    void showError(QWidget*, const Error& error) override { errors.push_back(error); }
    void showText(QWidget*, const QString&, const QString& text) override { shown.append(text); }

private:
    template <class T>
    static T take(std::deque<T>& from)
    {
        T first = from.front();
        from.pop_front();
        return first;
    }
};

}  // namespace cw::ui
