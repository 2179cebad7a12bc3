// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/field_editor.h"

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace andu::ui {

/// Rights and limits of an Attachment module (o2oa-forms 2.6).
struct AttachmentRules
{
    QString site;
    bool mayAdd = false;
    bool mayRemove = false;
    bool mayReplace = false;
    bool mayDownload = true;
    int mostFiles = 0; ///< 0: any number.
    qint64 mostBytes = 0; ///< 0: any size.
    QStringList extensions; ///< Lower case; empty: any.

    [[nodiscard]] static AttachmentRules of(const forms::Module &module, bool isReadonly);
    /// Why a file may not be added; empty when it may. @p count files are there already.
    [[nodiscard]] QString refusal(const QString &name, qint64 sizeBytes, qsizetype count) const;
};

/// Files of one place of the form: drop, look, replace, remove. What is to happen with a file is
/// said as a wish; the program around the form does it.
class AttachmentEditor final : public FieldEditor
{
    Q_OBJECT

public:
    AttachmentEditor(const FormContext &context, const QString &id);
    void showValue() override;

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void addRow(const Attachment &file, qsizetype number);
    void addState(QHBoxLayout *row, const Attachment &file);
    void addTools(QHBoxLayout *row, const Attachment &file);
    void chooseFiles(const QString &replaced);
    void take(const QStringList &paths, const QString &replaced);
    void confirmRemove(const Attachment &file);
    void keepNames();
    [[nodiscard]] QList<Attachment> files() const;

    AttachmentRules m_rules;
    QVBoxLayout *m_rows;
    QPushButton *m_add = nullptr;
    QLabel *m_hint;
    QWidget *m_list = nullptr;
};

/// Place in the list of files that a module shows.
[[nodiscard]] QString siteOf(const forms::Module &module);
/// Icon of a file by its ending.
[[nodiscard]] QString fileIcon(const QString &name);
/// The files as lines, for paper.
[[nodiscard]] QWidget *makeAttachmentPaper(const FormContext &context, const forms::Module &module);

} // namespace andu::ui
