// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forms/routes.h"
#include "ui/theme/theme.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace andu::ui {

/// Opinion (typed, from phrases, by hand) and routes below a form.
class ActionBar final : public QFrame
{
    Q_OBJECT

public:
    explicit ActionBar(const Theme &theme, QWidget *parent = nullptr);

    /// One button per visible route; the preselected (or first) is the primary one.
    void setRoutes(const QList<forms::RouteChoice> &routes);
    /// Only "mark as read" for a 待阅.
    void setReadOnlyTodo();
    void setOpinion(const QString &opinion);
    /// Own phrases that the menu offers.
    void setPhrases(const QStringList &phrases) { m_phrases = phrases; }
    /// Handwriting that goes out with the decision, as PNG; empty for none.
    void setInk(const QByteArray &png);
    [[nodiscard]] const QByteArray &ink() const { return m_ink; }
    [[nodiscard]] QString opinion() const;
    /// Route that Ctrl+Enter takes; empty when there is none.
    [[nodiscard]] QString defaultRoute() const { return m_default; }
    void setOffline(bool isOffline);
    /// Plain sentence in the error strip; empty hides it.
    void setError(const QString &text);
    /// Asks once more before sending by keyboard.
    void askConfirmation(const QString &route);

Q_SIGNALS:
    void routeChosen(const QString &route);
    void readConfirmed();
    void draftWanted();
    void opinionEdited();
    void phrasesChanged(const QStringList &phrases);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void clearButtons();
    [[nodiscard]] QWidget *makeOpinionRow();
    void fillPhrases();
    void managePhrases();
    void write();
    QPushButton *addButton(const QString &text, const QString &icon, bool isPrimary);

    const Theme &m_theme;
    QPlainTextEdit *m_opinion;
    QWidget *m_opinionRow = nullptr;
    QToolButton *m_phraseButton;
    QToolButton *m_inkButton;
    QFrame *m_inkChip;
    QLabel *m_inkPicture;
    QStringList m_phrases;
    QByteArray m_ink;
    QHBoxLayout *m_buttons;
    QPushButton *m_draft;
    QLabel *m_offline;
    QFrame *m_strip;
    QLabel *m_stripText;
    QPushButton *m_confirm;
    QPushButton *m_cancel;
    QFrame *m_error;
    QLabel *m_errorText;
    QString m_default;
    QString m_asked;
};

/// A picture as PNG; empty for none.
[[nodiscard]] QByteArray pngOf(const QImage &image);

} // namespace andu::ui
