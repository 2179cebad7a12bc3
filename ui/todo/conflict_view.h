// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/form_look.h"

#include <QJsonObject>
#include <QWidget>

#include <optional>

class QGridLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace andu::ui {

class ConflictCard;

enum class ConflictChoice { Mine, Theirs };

/// A field that was changed here, on the server, or both. Texts are what people see.
struct ConflictField
{
    QString key;
    QString label;
    QString kind; ///< "Text", "Date" …; may be empty.
    QString baseText;
    QString mineText;
    QString theirsText;
    QJsonValue base;
    QJsonValue mine;
    QJsonValue theirs;
    /// Decided already: only one side changed it, or both to the same. Empty: the person chooses.
    std::optional<ConflictChoice> merged = std::nullopt;
};

/// Who changed something, and when.
struct ConflictSide
{
    QString person;
    QString when;
};

struct ConflictContent
{
    QString title;
    ConflictSide mine;
    ConflictSide theirs;
    QString baseWhen;
    QList<ConflictField> fields;
};

/// Two people changed the same form: mine, theirs and what was there before, field by field.
/// Nothing is thrown away before the person says so.
class ConflictView final : public QWidget
{
    Q_OBJECT

public:
    explicit ConflictView(const Theme &theme, QWidget *parent = nullptr);

    void setContent(const ConflictContent &content);
    void choose(const QString &key, ConflictChoice choice);
    void chooseAll(ConflictChoice choice);
    [[nodiscard]] bool isDecided() const;
    /// Chosen values of every field, by key.
    [[nodiscard]] QJsonObject values() const;

Q_SIGNALS:
    /// The person has decided: values to send, by key.
    void resolved(const QJsonObject &values);
    /// Mine is to be kept as a copy beside the server's.
    void copyWanted();
    void laterWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Row
    {
        ConflictField field;
        std::optional<ConflictChoice> choice;
        ConflictCard *mine = nullptr;
        ConflictCard *theirs = nullptr;
        QLabel *state = nullptr;
    };

    void rebuild();
    void addHead(QGridLayout *grid);
    void addRow(QGridLayout *grid, int at, Row &row);
    void addMerged(QVBoxLayout *layout, const QList<Row *> &rows);
    void showChoice(Row &row);
    void showProgress();
    [[nodiscard]] QWidget *makeFoot();
    [[nodiscard]] QLabel *makeLabel(const QString &text, TypeStep step, Token token) const;

    const Theme &m_theme;
    FormLook m_look;
    ConflictContent m_content;
    QList<Row> m_rows;
    QWidget *m_body = nullptr;
    QVBoxLayout *m_bodyPlace;
    QLabel *m_progressText;
    QProgressBar *m_progress;
    QPushButton *m_done;
    QPushButton *m_allTheirs;
};

} // namespace andu::ui
