// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/verify/form_fields.h"

#include <QString>
#include <QStringDecoder>

namespace andu::pdf::verify {

namespace {

constexpr int MaxDepth = 60;
constexpr std::size_t MaxNodes = 500'000;

struct Inherited
{
    std::string name;
    std::string type;
    Value value;
    std::vector<Ref> parents;
};

class FormReader
{
public:
    FormReader(const Document &document, Form &form)
        : m_document(document)
        , m_form(form)
    { }

    void read(const Value &node, const Inherited &above, int depth)
    {
        if (depth > MaxDepth || m_form.nodes.size() > MaxNodes) {
            m_form.isSound = false;
            return;
        }
        if (node.isRef() && !m_form.nodes.insert(node.ref()).second) {
            m_form.isSound = false;
            return;
        }
        const ValuePtr dict = m_document.follow(node);
        if (!dict->isDict()) {
            return;
        }
        Inherited own = above;
        const ValuePtr title = m_document.follow(*dict, "T");
        if (title->isString()) {
            own.name += (own.name.empty() ? "" : ".") + utf8Of(title->text);
        }
        const ValuePtr type = m_document.follow(*dict, "FT");
        if (type->isName()) {
            own.type = type->text;
        }
        if (dict->has("V")) {
            own.value = dict->at("V");
        }
        const ValuePtr kids = m_document.follow(*dict, "Kids");
        std::vector<Value> fields;
        std::vector<Ref> widgets;
        for (const Value &kid : kids->items) {
            const ValuePtr child = m_document.follow(kid);
            if (child->isDict() && child->has("T")) {
                fields.push_back(kid);
            } else if (kid.isRef()) {
                widgets.push_back(kid.ref());
            }
        }
        if (fields.empty()) {
            addLeaf(node, dict, own, std::move(widgets));
            return;
        }
        if (node.isRef()) {
            own.parents.push_back(node.ref());
            m_form.groups.push_back(node.ref());
        }
        for (const Value &field : fields) {
            read(field, own, depth + 1);
        }
    }

private:
    void addLeaf(const Value &node, const ValuePtr &dict, Inherited &own, std::vector<Ref> widgets)
    {
        FormField field;
        field.name = own.name;
        field.ref = node.isRef() ? node.ref() : Ref{};
        field.dict = dict;
        field.type = own.type;
        field.rawValue = own.value;
        field.parents = own.parents;
        m_form.nodes.insert(widgets.begin(), widgets.end());
        if (dict->at("Subtype").isName("Widget") && node.isRef()) {
            widgets.push_back(node.ref());
        }
        field.widgets = std::move(widgets);
        // A value in a widget that its field does not have would be seen by some readers only.
        for (const Ref &widget : field.widgets) {
            const ValuePtr kid = m_document.load(widget);
            if (field.rawValue.isNull() && kid->has("V")) {
                field.rawValue = kid->at("V");
            }
            if (field.type.empty() && kid->at("FT").isName()) {
                field.type = kid->at("FT").text;
            }
        }
        m_form.fields.push_back(std::move(field));
    }

    const Document &m_document;
    Form &m_form;
};

} // namespace

std::string utf8Of(const std::string &text)
{
    const QByteArrayView view(text.data(), static_cast<qsizetype>(text.size()));
    if (text.starts_with("\xfe\xff") || text.starts_with("\xff\xfe")) {
        QStringDecoder decoder(QStringDecoder::Utf16);
        return QString(decoder(view)).toStdString();
    }
    if (text.starts_with("\xef\xbb\xbf")) {
        return QString::fromUtf8(view.sliced(3)).toStdString();
    }
    return QString::fromLatin1(view).toStdString();
}

Form readForm(const Document &document)
{
    Form form;
    const ValuePtr catalog = document.follow(document.trailer(), "Root");
    form.dict = document.follow(*catalog, "AcroForm");
    FormReader reader(document, form);
    for (const Value &field : document.list(form.dict->at("Fields"))) {
        reader.read(field, {}, 0);
    }
    return form;
}

std::vector<Ref> readPages(const Document &document)
{
    std::vector<Ref> pages;
    std::set<Ref> seen;
    const ValuePtr catalog = document.follow(document.trailer(), "Root");
    std::vector<std::pair<Value, int>> open{ { catalog->at("Pages"), 0 } };
    while (!open.empty() && seen.size() < MaxNodes) {
        const auto [node, depth] = open.back();
        open.pop_back();
        if (!node.isRef() || depth > MaxDepth || !seen.insert(node.ref()).second) {
            continue;
        }
        const ValuePtr dict = document.load(node.ref());
        const ValuePtr kids = document.follow(*dict, "Kids");
        if (!kids->isArray()) {
            if (dict->isDict()) {
                pages.push_back(node.ref());
            }
            continue;
        }
        for (auto kid = kids->items.rbegin(); kid != kids->items.rend(); ++kid) {
            open.emplace_back(*kid, depth + 1);
        }
    }
    return pages;
}

std::vector<FormField> readLooseSignatures(const Document &document, const Form &form)
{
    Form loose;
    loose.nodes = form.nodes;
    for (const Ref &page : readPages(document)) {
        const ValuePtr dict = document.load(page);
        for (const Value &annotation : document.list(dict->at("Annots"))) {
            if (!annotation.isRef() || form.nodes.contains(annotation.ref())) {
                continue;
            }
            const ValuePtr widget = document.load(annotation.ref());
            const Value &parent = widget->at("Parent");
            const bool isSigned = document.follow(*widget, "V")->isDict()
                || document.follow(*document.follow(parent), "V")->isDict();
            if (!isSigned || loose.nodes.contains(annotation.ref())) {
                continue;
            }
            loose.nodes.insert(annotation.ref());
            FormField field;
            const ValuePtr owner = widget->has("V") ? widget : document.follow(parent);
            field.name = utf8Of(document.follow(*owner, "T")->text);
            field.ref = widget->has("V") ? annotation.ref() : parent.ref();
            field.dict = owner;
            field.type = document.follow(*owner, "FT")->text;
            field.rawValue = owner->at("V");
            field.widgets = { annotation.ref() };
            loose.fields.push_back(std::move(field));
        }
    }
    return loose.fields;
}

} // namespace andu::pdf::verify
