// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/field_editor.h"

class QHBoxLayout;
class QLineEdit;
class QPlainTextEdit;
class QTextEdit;
class QVBoxLayout;

namespace andu::ui {

/// An official document as a page to read, with its fields to edit below.
class DocumentEditor final : public FieldEditor
{
    Q_OBJECT

public:
    DocumentEditor(const FormContext &context, const QString &id);
    void showValue() override;
    void commit() override;

private:
    void addFields();
    [[nodiscard]] QWidget *makeInput(const QString &key);
    [[nodiscard]] bool isBound(const QString &key) const;

    QVBoxLayout *m_layout;
    QHBoxLayout *m_page; ///< Keeps the page in the middle.
    QWidget *m_paper = nullptr;
    QHash<QString, QLineEdit *> m_lines;
    QPlainTextEdit *m_files = nullptr; ///< The list of attachments, one a line.
    QTextEdit *m_body = nullptr;
    bool m_isReadonly;
};

/// The document as HTML of our own: every text of the value is escaped, the body is cleaned.
[[nodiscard]] QString documentHtml(const QJsonObject &value, const QJsonObject &placeholders);
[[nodiscard]] QWidget *makeDocumentPaper(const FormContext &context, const forms::Module &module);

} // namespace andu::ui
