// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forms/form_session.h"
#include "ui/form/form_look.h"

#include <QImage>
#include <QObject>
#include <QUndoStack>

#include <functional>

namespace andu::ui {

/// What the editors of one open form share: the undo stack, phrases, and the wishes that only the
/// program around the form can fulfil (files, browser). Lives as long as the page.
class FormHost final : public QObject
{
    Q_OBJECT

public:
    explicit FormHost(forms::FormSession &session, QObject *parent = nullptr);

    [[nodiscard]] QUndoStack &undoStack() { return m_undo; }
    /// Remembers what a person changed, to be taken back.
    void record(const QString &id, const QJsonValue &before, const QJsonValue &after);
    void setPhrases(const QStringList &phrases) { m_phrases = phrases; }
    [[nodiscard]] const QStringList &phrases() const { return m_phrases; }
    void setRecentPeople(const QStringList &names) { m_recent = names; }
    [[nodiscard]] const QStringList &recentPeople() const { return m_recent; }
    /// Puts people who were just chosen in front.
    void rememberPeople(const QStringList &names);
    /// Files of the work, with those that wait to be uploaded.
    void setAttachments(const QList<Attachment> &attachments);
    [[nodiscard]] const QList<Attachment> &attachments() const { return m_attachments; }

Q_SIGNALS:
    /// Somebody types; the session may not know yet.
    void typed();
    /// Puts the cursor into a field: what was undone should be seen.
    void focusWanted(const QString &id);
    void filesWanted(const QString &site, const QStringList &paths);
    void replaceWanted(const QString &attachment, const QString &path);
    void removeWanted(const QString &attachment);
    void previewWanted(const QString &attachment);
    void saveWanted(const QString &attachment);
    void browserWanted(const QString &module);
    void inkMade(const QString &module, const QImage &image);
    void phraseWanted(const QString &text);
    void attachmentsChanged();
    void recentPeopleChanged(const QStringList &names);

private:
    forms::FormSession &m_session;
    QUndoStack m_undo;
    QStringList m_phrases;
    QStringList m_recent; ///< Distinguished names, latest first.
    QList<Attachment> m_attachments;
};

/// A row of a grid or template that fields stand in.
struct RowPlace
{
    QString grid;
    int row = 0;
};

/// Handed to everything on the page of a form. Values are read and written here: the same editors
/// serve fields of the form and cells of a row.
struct FormContext
{
    forms::FormSession &session;
    FormLook look;
    FormHost &host;
    std::optional<RowPlace> place = {};
    /// Buttons inside a row; true when the button was meant for the row.
    std::function<bool(const QString &button, int row)> rowButton = {};
    /// Told what fails in a row after one of its cells was written.
    std::function<void(int row, const QList<forms::Failure> &failures)> rowChecked = {};

    [[nodiscard]] QJsonValue value(const forms::Module &module) const;
    [[nodiscard]] QJsonValue collected(const forms::Module &module) const;
    [[nodiscard]] QString shown(const forms::Module &module) const;
    [[nodiscard]] forms::FieldState state(const forms::Module &module) const;
    /// Id at run time, unique on the page (o2oa-forms 2.5).
    [[nodiscard]] QString runtimeId(const forms::Module &module) const;
    /// Writes and remembers for undo.
    void edit(const forms::Module &module, const QJsonValue &typed) const;

private:
    [[nodiscard]] QJsonValue typedValue(const forms::Module &module, const QJsonValue &input) const;
};

} // namespace andu::ui
