// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/form_fill.h"

#include "core/base/literals.h"
#include "core/pdf/field_look.h"

#include <set>

namespace andu::pdf {

namespace {

constexpr int ReadOnlyFlag = 1;
constexpr int EditableFlag = 1 << 18;

using Changes = std::map<std::string, QByteArray>;

/// Name of the state of a check box or radio widget that is not /Off.
QString onState(QPDFObjectHandle widget)
{
    QPDFObjectHandle look = widget.getKey("/AP");
    QPDFObjectHandle normal = look.isDictionary() ? look.getKey("/N") : QPDFObjectHandle::newNull();
    if (normal.isDictionary()) {
        for (const std::string &key : normal.getKeys()) {
            if (key != "/Off") {
                return QString::fromStdString(key).mid(1);
            }
        }
    }
    return {};
}

struct Choice
{
    QString exported;
    QString shown;
};

QList<Choice> choicesOf(const Field &field)
{
    QList<Choice> out;
    QPDFObjectHandle options = fieldAttribute(field.dict, "/Opt");
    for (int i = 0; options.isArray() && i < options.getArrayNItems(); ++i) {
        QPDFObjectHandle item = options.getArrayItem(i);
        if (item.isArray() && item.getArrayNItems() >= 2) {
            out.append({ decodedText(item.getArrayItem(0)), decodedText(item.getArrayItem(1)) });
        } else {
            out.append({ decodedText(item), decodedText(item) });
        }
    }
    return out;
}

class Filling
{
public:
    explicit Filling(Document &document)
        : m_update(document)
    { }

    Result<void> fill(const Field &field, const QString &value)
    {
        switch (field.kind) {
        case FieldKind::Text:
            return fillText(field, value, value);
        case FieldKind::Choice:
            return fillChoice(field, value);
        case FieldKind::CheckBox:
        case FieldKind::RadioButton:
            return fillButton(field, value);
        case FieldKind::PushButton:
        case FieldKind::Signature:
        case FieldKind::Unknown:
            break;
        }
        return fail(ErrorCode::BadInput, u"the field takes no value: "_s + field.name);
    }

    QByteArray finish()
    {
        for (auto &[id, change] : m_changes) {
            m_update.change(change.first, change.second);
        }
        return m_update.finish();
    }

private:
    Changes &changesOf(QPDFObjectHandle object)
    {
        auto &entry = m_changes[object.getObjGen()];
        entry.first = object;
        return entry.second;
    }

    Result<void> fillText(const Field &field, const QString &value, const QString &shown)
    {
        QPDFObjectHandle limit = fieldAttribute(field.dict, "/MaxLen");
        if (field.kind == FieldKind::Text && limit.isInteger()
            && value.size() > limit.getIntValue()) {
            return fail(ErrorCode::Invalid, u"the text is too long for "_s + field.name);
        }
        for (QPDFObjectHandle widget : field.widgets) {
            const auto look = fieldLook(m_update, field, widget, shown);
            if (!look) {
                return tl::unexpected<Error>(look.error());
            }
            changesOf(widget)["/AP"] = "<</N " + reference(*look) + ">>";
        }
        QPDFObjectHandle dict = field.dict;
        changesOf(dict)["/V"] = m_update.text(dict.getObjGen(), value);
        if (dict.hasKey("/RV")) {
            changesOf(dict)["/RV"] = {}; // rich text would still show the old value
        }
        return {};
    }

    Result<void> fillChoice(const Field &field, const QString &value)
    {
        for (const Choice &choice : choicesOf(field)) {
            if (choice.exported == value || choice.shown == value) {
                if (QPDFObjectHandle(field.dict).hasKey("/I")) {
                    changesOf(field.dict)["/I"] = {};
                }
                return fillText(field, choice.exported, choice.shown);
            }
        }
        if ((field.flags & EditableFlag) != 0) {
            return fillText(field, value, value);
        }
        return fail(ErrorCode::Invalid, u"no such choice in "_s + field.name);
    }

    Result<void> fillButton(const Field &field, const QString &value)
    {
        const bool isOff = value.isEmpty() || value == u"off"_s || value == u"Off"_s
            || value == u"false"_s || value == u"no"_s;
        const bool isOn = value == u"on"_s || value == u"true"_s || value == u"yes"_s;
        QString chosen;
        for (const QPDFObjectHandle &widget : field.widgets) {
            const QString state = onState(widget);
            if (!isOff && !state.isEmpty() && (state == value || (isOn && chosen.isEmpty()))) {
                chosen = state;
            }
        }
        if (chosen.isEmpty() && !isOff) {
            return fail(ErrorCode::Invalid, u"no such state in "_s + field.name);
        }
        const QString stored = chosen.isEmpty() ? u"Off"_s : chosen;
        for (const QPDFObjectHandle &widget : field.widgets) {
            const bool isChosen = !chosen.isEmpty() && onState(widget) == chosen;
            changesOf(widget)["/AS"] = name(isChosen ? chosen.toUtf8() : QByteArray("Off"));
        }
        changesOf(field.dict)["/V"] = name(stored.toUtf8());
        return {};
    }

    Update m_update;
    std::map<QPDFObjGen, std::pair<QPDFObjectHandle, Changes>> m_changes;
};

Result<const Field *> writable(Document &document,
                               const std::vector<Field> &fields,
                               const ChangeLimits &limits,
                               const QString &name)
{
    const auto found = std::find_if(
        fields.begin(), fields.end(), [&](const Field &field) { return field.name == name; });
    if (found == fields.end()) {
        return fail(ErrorCode::NotFound, u"there is no field "_s + name);
    }
    if (const auto reason = refusalFor(document, limits, Change::FillField, name)) {
        return refuse(*reason);
    }
    if ((found->flags & ReadOnlyFlag) != 0) {
        return fail(ErrorCode::Refused, u"read-only: the field may not be changed: "_s + name);
    }
    const bool isWhole = QPDFObjectHandle(found->dict).isIndirect()
        && std::all_of(found->widgets.begin(), found->widgets.end(), [](QPDFObjectHandle widget) {
                             return widget.isIndirect();
                         });
    if (!isWhole) {
        return fail(ErrorCode::BadInput, u"the field is no object of its own: "_s + name);
    }
    return &*found;
}

} // namespace

Result<QByteArray> fillFields(Document &document, const QList<FieldValue> &values)
{
    const auto fields = fieldsOf(document);
    if (!fields) {
        return tl::unexpected<Error>(fields.error());
    }
    const auto limits = limitsOf(document, *fields);
    if (!limits) {
        return tl::unexpected<Error>(limits.error());
    }
    return guarded([&]() -> Result<QByteArray> {
        Filling filling(document);
        for (const FieldValue &wanted : values) {
            const auto field = writable(document, *fields, *limits, wanted.name);
            if (!field) {
                return tl::unexpected<Error>(field.error());
            }
            if (auto done = filling.fill(**field, wanted.value); !done) {
                return tl::unexpected<Error>(done.error());
            }
        }
        if (document.refusal()) {
            return refuse(*document.refusal());
        }
        return filling.finish();
    });
}

} // namespace andu::pdf
