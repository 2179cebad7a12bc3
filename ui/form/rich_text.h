// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/field_editor.h"
#include "ui/form/paper_part.h"

#include <QTextCharFormat>
#include <QTextDocument>

#include <functional>

class QTextEdit;
class QToolBar;

namespace andu::ui {

/// HTML as text: no picture, file or address is ever loaded.
class SafeDocument final : public QTextDocument
{
    Q_OBJECT

public:
    explicit SafeDocument(QObject *parent = nullptr);
    /// Shows HTML of a form; colours follow the look unless it is for editing.
    void setSafeHtml(const QString &html);

protected:
    QVariant loadResource(int type, const QUrl &name) override;
};

/// Rich text to be read. Painted, not a scroll area.
class RichBlock final : public QWidget, public PaperPart
{
    Q_OBJECT

public:
    enum class Ground { Form, Paper }; ///< Paper keeps its own colours in every scheme.

    RichBlock(const FormLook &look, const QString &html, Ground ground = Ground::Form);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;
    void paintPart(QPainter &painter, const QRect &dirty) const override;
    [[nodiscard]] QList<int> lineEdges() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void layOut(int width) const;

    FormLook m_look;
    Ground m_ground;
    SafeDocument m_document;
};

/// Rich text to be edited. HTML that would not survive is shown and stays untouched until the
/// person says so.
class RichEditor final : public FieldEditor
{
    Q_OBJECT

public:
    RichEditor(const FormContext &context, const QString &id);
    void showValue() override;
    void commit() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void format(const std::function<void(QTextCharFormat &)> &change);
    void addTools(QLayout *row);
    void setSafe(bool isSafe);

    QTextEdit *m_edit;
    QWidget *m_tools;
    QWidget *m_warning;
    QString m_shown; ///< HTML as the session has it.
    bool m_isUnlocked = false;
};

/// True when Andu's editor keeps everything the HTML says.
[[nodiscard]] bool survivesEditing(const QString &html);
/// The document as plain HTML: paragraphs, lists, tables and the common character styles.
[[nodiscard]] QString cleanHtml(const QTextDocument &document);

} // namespace andu::ui
