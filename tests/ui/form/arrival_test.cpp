// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/demo_server.h"
#include "arrival_fillings.h"
#include "core/vault/vault.h"
#include "form_driver.h"
#include "office_desk.h"

#include <QTemporaryDir>

using namespace andu;
using tests::Filling;
using tests::FormDriver;
using tests::Handler;
using tests::OfficeDesk;
using tests::Step;

namespace {

/// Organisation values compare by their distinguished name, as the expected files say.
QJsonValue comparable(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray list;
        for (const QJsonValue &entry : value.toArray()) {
            list.append(comparable(entry));
        }
        return list;
    }
    QJsonObject object = value.toObject();
    if (object.contains("distinguishedName"_L1)) {
        // The server tells of an address that is empty only where it was given once.
        for (const QString &address : { u"mail"_s, u"weixin"_s, u"qq"_s, u"mobile"_s }) {
            if (object.value(address).toString().isEmpty()) {
                object.remove(address);
            }
        }
        return object;
    }
    for (auto member = object.begin(); member != object.end(); ++member) {
        member.value() = comparable(member.value());
    }
    return value.isObject() ? QJsonValue(object) : value;
}

} // namespace

/// Each sample form is filled by keys alone at the desk of the person whose turn it is, saved
/// through the outbox, and arrives on the evaluation server exactly.
class ArrivalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void arrives_data();
    void arrives();

private:
    OfficeDesk &desk(const QString &unique);
    static void fill(FormDriver &form, const QList<Step> &steps);

    QTemporaryDir m_place;
    std::unique_ptr<desktop::DemoServer> m_server;
    std::map<QString, std::unique_ptr<OfficeDesk>> m_desks;
};

void ArrivalTest::initTestCase()
{
    vault::registerPluginPath();
    m_server = std::make_unique<desktop::DemoServer>(m_place.filePath(u"office"_s),
                                                     QStringLiteral(ANDU_BIN));
    QVERIFY(m_server->start().has_value());
}

OfficeDesk &ArrivalTest::desk(const QString &unique)
{
    std::unique_ptr<OfficeDesk> &desk = m_desks[unique];
    if (!desk) {
        desk = std::make_unique<OfficeDesk>(m_server->url(), unique, m_place.filePath(unique));
    }
    return *desk;
}

void ArrivalTest::fill(FormDriver &form, const QList<Step> &steps)
{
    for (const Step &step : steps) {
        if (!step.at.isEmpty()) {
            QVERIFY2(form.tabTo(u"field:"_s + step.at), qPrintable(step.at));
        }
        if (step.how == Step::How::Retype) {
            FormDriver::retype(step.text);
        } else {
            FormDriver::type(step.text);
        }
        for (const QKeyCombination &key : step.keys) {
            FormDriver::press(key.key(), key.keyboardModifiers());
        }
    }
}

void ArrivalTest::arrives_data()
{
    QTest::addColumn<Filling>("filling");
    tests::addLeave();
    tests::addExpense();
    tests::addDispatch();
    tests::addSeal();
    tests::addContract();
    tests::addPurchase();
}

void ArrivalTest::arrives()
{
    QFETCH(Filling, filling);
    QJsonObject data = tests::readJson(tests::dataPath(u"forms/"_s + filling.sample.section(u'/', 1)
                                                       + u".data.json"_s))
                           .toObject();
    data.insert(u"deptLeader"_s, QJsonArray{ tests::identity(u"周启明"_s) });
    data.insert(u"unknownToTheForm"_s, QJsonObject{ { u"kept"_s, QJsonArray{ 1, u"two"_s } } });
    const WorkId work
        = desk(filling.creator).begin(filling.process, u"键盘填写"_s + filling.process, data);
    for (const Handler &handler : std::as_const(filling.before)) {
        desk(handler.unique).pass(work, handler.route);
    }
    OfficeDesk &mine = desk(filling.filler);
    mine.pull();
    const Task todo = mine.todoOf(work);
    const QJsonObject before = mine.serverData(work);

    FormDriver form(mine.open(todo));
    fill(form, filling.steps);
    if (QTest::currentTestFailed()) {
        return;
    }
    form.view().commit();
    form.session().prepareSave();
    const QJsonObject changes = form.session().changes();
    mine.save(todo, form.session().base(changes), changes);

    const QJsonObject after = mine.serverData(work);
    if (filling.process == "contract"_L1) { // computed at every opening, from the work's own number
        filling.expected.insert(u"contractNo"_s, u"HT-"_s + todo.serial);
    }
    if (filling.expected.contains("mainSend"_L1)) { // the document shows what its sources say
        QJsonObject body = before.value("docBody"_L1).toObject();
        body.insert(u"subject"_s, filling.expected.value("subject"_L1));
        body.insert(u"mainSend"_s, u"研发中心，市场部，财务部，办公室："_s);
        filling.expected.insert(u"docBody"_s, body);
    }
    for (const QString &key :
         filling.expected.keys()) { // older controls keep the directory's answer
        const forms::Module *module = form.session().model().find(key);
        if (module && forms::isOlderOrg(*module)) {
            const QJsonArray wanted = forms::orgValues(filling.expected.value(key));
            QJsonArray answers;
            for (const QJsonValue &entry : wanted) {
                answers.append(form.session().directory().find(
                    json::text(entry.toObject(), "distinguishedName"_L1)));
            }
            filling.expected.insert(key, answers);
        }
    }
    int wrong = 0;
    const auto differs = [&wrong](const QString &key, const QJsonValue &is, const QJsonValue &was) {
        qWarning().noquote() << key << "is" << json::compact(QJsonArray{ is }) << "and should be"
                             << json::compact(QJsonArray{ was });
        ++wrong;
    };
    QStringList keys = before.keys() + filling.expected.keys() + after.keys();
    keys.removeDuplicates();
    for (const QString &key : std::as_const(keys)) {
        const bool isTouched = filling.expected.contains(key);
        const QJsonValue should
            = isTouched ? comparable(filling.expected.value(key)) : before.value(key);
        const QJsonValue is = isTouched ? comparable(after.value(key)) : after.value(key);
        if (!key.startsWith(u'$') && !forms::sameValue(is, should)) {
            differs(key, is, should);
        }
    }
    QCOMPARE(wrong, 0);
}

QTEST_MAIN(ArrivalTest)
#include "arrival_test.moc"
