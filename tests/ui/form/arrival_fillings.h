// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../../core/forms/sample_forms.h"

#include <QTest>

namespace andu::tests {

/// What a person does at one place of the form, with keys only.
struct Step
{
    enum class How { Retype, Type, Press };

    QString at; ///< Field as the page names it; empty: where the focus is.
    How how = How::Retype;
    QString text = {};
    QList<QKeyCombination> keys = {};
};

inline Step retype(const QString &at, const QString &text)
{
    return { at, Step::How::Retype, text };
}

inline Step type(const QString &at, const QString &text, const QList<QKeyCombination> &keys = {})
{
    return { at, Step::How::Type, text, keys };
}

inline Step press(const QString &at, const QList<QKeyCombination> &keys)
{
    return { at, Step::How::Press, {}, keys };
}

/// Somebody who carries the work on before the form is filled.
struct Handler
{
    QString unique;
    QString route;
};

struct Filling
{
    QString sample; ///< Folder and name of the sample data.
    QString process;
    QString creator;
    QList<Handler> before;
    QString filler;
    QList<Step> steps;
    QJsonObject expected; ///< Keys that arrive changed; all others stay as they were.
};

inline QJsonObject orgRow(QLatin1StringView list, const QString &name)
{
    const QJsonObject org = readJson(samplePath(u"forms/org.json"_s)).toObject();
    for (const QJsonValue &row : org.value(list).toArray()) {
        if (row.toObject().value("name"_L1) == QJsonValue(name)) {
            return row.toObject();
        }
    }
    qFatal("nobody is called %s", qPrintable(name));
}

/// JSON as it stands in the tables below.
inline QJsonObject object(const QString &text)
{
    const auto value = json::parse(text.toUtf8());
    if (!value) {
        qFatal("not JSON: %s", qPrintable(text));
    }
    return value->toObject();
}

inline QJsonObject with(QJsonObject object, const QString &key, const QJsonValue &value)
{
    object.insert(key, value);
    return object;
}

/// What stands in a key of the sample data.
inline QJsonValue stands(const QString &sample, const QString &key)
{
    return readJson(dataPath(u"forms/"_s + sample + u".data.json"_s)).toObject().value(key);
}

inline QJsonObject identity(const QString &name)
{
    return orgRow("identityList"_L1, name);
}

inline QJsonObject unit(const QString &name)
{
    return orgRow("unitList"_L1, name);
}

inline QJsonObject person(const QString &name)
{
    return orgRow("personList"_L1, name);
}

inline void addLeave()
{
    const QList<Step> steps{
        retype(u"subject"_s, u"回乡探亲"_s),
        press(u"leaveType"_s, { Qt::Key_Down }), // 年休假 → 事假
        retype(u"startTime"_s, u"2026-2-3 8:30"_s),
        retype(u"endTime"_s, u"20260204 1730"_s),
        retype(u"days"_s, u"２"_s), // full-width, as input methods give it
        press(u"halfDay/full"_s, { Qt::Key_Right, Qt::Key_Right }),
        retype(u"destination"_s, u"贵州省贵阳市"_s),
        retype(u"phone"_s, u"13800001022"_s),
        retype(u"emergency"_s, u"李女士 13900003333"_s),
        type(u"handover"_s, u"zqm"_s, { Qt::Key_Return }), // 周启明 by initials
        press(u"noticeWays/sms"_s, { Qt::Key_Space }),
        retype(u"reason"_s, u"探望父母。\n已与项目组说好。"_s),
        retype(u"remark"_s, u"来回两天在路上"_s),
        retype(u"myOpinion"_s, u"请批准"_s),
    };
    const QString me = person(u"林晓雨"_s).value("id"_L1).toString();
    const QJsonObject expected{
        { u"subject"_s, u"回乡探亲"_s },
        { u"leaveType"_s, u"personal"_s },
        { u"startTime"_s, u"2026-02-03 08:30"_s },
        { u"endTime"_s, u"2026-02-04 17:30"_s },
        { u"days"_s, 2 },
        { u"halfDay"_s, u"pm"_s },
        { u"destination"_s, u"贵州省贵阳市"_s },
        { u"phone"_s, u"13800001022"_s },
        { u"emergency"_s, u"李女士 13900003333"_s },
        { u"handover"_s, QJsonArray{ identity(u"周启明"_s) } },
        { u"noticeWays"_s, QJsonArray{ u"msg"_s, u"sms"_s, u"mail"_s } },
        { u"reason"_s, u"探望父母。\n已与项目组说好。"_s },
        { u"remark"_s, u"来回两天在路上"_s },
        { u"myOpinion"_s, QJsonObject{ { me, u"请批准"_s } } },
    };
    QTest::newRow("leave, the applicant")
        << Filling{ u"leave/leave"_s, u"leave"_s, u"linxiaoyu"_s, {},
                    u"linxiaoyu"_s,   steps,      expected };
    const QString head = person(u"周启明"_s).value("id"_L1).toString();
    QTest::newRow("leave, the head of the department")
        << Filling{ u"leave/leave"_s,
                    u"leave"_s,
                    u"linxiaoyu"_s,
                    { { u"linxiaoyu"_s, u"送部门负责人审批"_s } },
                    u"zhouqiming"_s,
                    { retype(u"myOpinion"_s, u"同意，注意安全"_s) },
                    { { u"myOpinion"_s, QJsonObject{ { head, u"同意，注意安全"_s } } } } };
}

inline void addExpense()
{
    const QList<Step> steps{
        retype(u"subject"_s, u"1月赴苏州"_s),
        type(u"deptName"_s, u"yfzx"_s, { Qt::Key_Return }), // 研发中心 in place of 市场部
        press(u"expenseType"_s, { Qt::Key_Down }),
        press(u"project"_s, { Qt::Key_Backspace }),
        type({}, u"P2025-031"_s, { Qt::Key_Return }),
        retype(u"period"_s, u"202602"_s),
        retype(u"payee"_s, u"罗嘉"_s),
        retype(u"loanAmount"_s, u"1,500.5"_s),
        press(u"payWay/offset"_s, { Qt::Key_Right }), // hides the loan
        press(u"bank"_s, { Qt::Key_Backspace }),
        type({}, u"浦发银行"_s, { Qt::Key_Return }), // not in the list
        retype(u"bankAccount"_s, u"6225880099990000"_s),
        // The first row is edited cell by cell, another is added behind the last.
        type(u"expenseList"_s, u"2026-01-05"_s, { Qt::Key_Tab }),
        press({}, { Qt::Key_Down, Qt::Key_Tab }),
        retype({}, u"改签"_s),
        press({}, { Qt::Key_Tab }),
        retype({}, u"3"_s),
        press({}, { Qt::Key_Tab }),
        retype({}, u"700"_s),
        press({}, { Qt::Key_Tab }),
        retype({}, u"57.8"_s),
        press({}, { Qt::Key_Tab }),
        retype({}, u"111"_s),
        press({}, { Qt::Key_Return, Qt::Key_Down, Qt::Key_Down, Qt::Key_Down }),
        press({}, { Qt::Key_Return, Qt::Key_Return }),
        type({}, u"2026-01-08"_s, { Qt::Key_Tab }),
        press({}, { Qt::Key_Down, Qt::Key_Tab }),
        retype({}, u"打车"_s),
        press({}, { Qt::Key_Tab }),
        retype({}, u"1"_s),
        press({}, { Qt::Key_Tab }),
        retype({}, u"45.5"_s),
        press({}, { Qt::Key_Tab }),
        retype({}, u"1.3"_s),
        press({}, { Qt::Key_Tab }),
        retype(u"remark"_s, u"改签一次"_s),
        retype(u"auditAmount"_s, u"3000"_s),
        retype(u"auditNote"_s, u"核减50元"_s),
        retype(u"voucherNo"_s, u"JZ-0099"_s),
        press(u"auditChecks/approved"_s, { Qt::Key_Space }),
        retype(u"auditPart_remark"_s, u"附件不齐"_s),
    };
    QJsonArray rows = stands(u"expense"_s, u"expenseList"_s).toObject().value("data"_L1).toArray();
    // Rows that were edited hold their numbers as formatted texts, the others stay (2.5).
    rows[0] = object(uR"({"colDate": {"feeDate": "2026-01-05"}, "colType": {"feeType": "hotel"},
        "colNote": {"feeNote": "改签"}, "colBills": {"bills": "3"}, "colAmount": {"amount": "700.00"},
        "colTax": {"tax": "57.80"}, "colInvoiceNo": {"invoiceNo": "111"},
        "colHidden": {"account": "660203"}})"_s);
    rows.append(object(uR"({"colDate": {"feeDate": "2026-01-08"}, "colType": {"feeType": "ticket"},
        "colNote": {"feeNote": "打车"}, "colBills": {"bills": "1"}, "colAmount": {"amount": "45.50"},
        "colTax": {"tax": "1.30"}, "colInvoiceNo": {"invoiceNo": ""},
        "colHidden": {"account": ""}})"_s));
    const QJsonObject totals
        = object(uR"({"colBills": "8", "colAmount": "3174", "colTax": "194.39"})"_s);
    const QJsonObject expected = with(object(uR"({
        "subject": "1月赴苏州", "expenseType": "entertain", "project": ["P2025-031"],
        "period": "2026-02", "payWay": "cash", "payee": "罗嘉", "loanAmount": 1500.5,
        "bank": ["浦发银行"], "bankAccount": "6225880099990000", "remark": "改签一次",
        "totalAmount": 3174, "amountCapital": "叁仟壹佰柒拾肆元整", "billTotal": 8,
        "actualPay": 3174, "auditAmount": 3000, "auditNote": "核减50元", "voucherNo": "JZ-0099",
        "auditChecks": ["approved"], "auditPart_remark": "附件不齐"})"_s),
                                      u"expenseList"_s,
                                      QJsonObject{ { u"data"_s, rows }, { u"total"_s, totals } });
    QTest::newRow("expense, the accountant")
        << Filling{ u"expense/expense"_s,
                    u"expense"_s,
                    u"luojiamu"_s,
                    { { u"luojiamu"_s, u"提交审批"_s }, { u"sunruolan"_s, u"同意"_s } },
                    u"wujianing"_s,
                    steps,
                    with(expected, u"deptName"_s, QJsonArray{ unit(u"研发中心"_s) }) };
}

inline void addDispatch()
{
    const QList<Step> steps{
        press(u"secret"_s, { Qt::Key_Down }),
        press(u"urgency"_s, { Qt::Key_Up }),
        retype(u"printCopies"_s, u"20"_s),
        retype(u"subject"_s, u"关于春节值班的通知"_s),
        press(u"mainSend"_s, { Qt::Key_Backspace }),
        type({}, u"bgs"_s, { Qt::Key_Return }),
        type(u"copyTo"_s, u"各直属单位"_s, { Qt::Key_Return }), // free text is allowed here
        press(u"docType"_s, { Qt::Key_Down }),
        press(u"openType/不予公开"_s, { Qt::Key_Left }),
        type(u"keywords"_s, u"值班,"_s),
        retype(u"draftPhone"_s, u"010-60008822"_s),
        press(u"proofreader"_s, { Qt::Key_Backspace }),
        type({}, u"caoyunhe"_s, { Qt::Key_Return }),
        retype(u"issueDate"_s, u"2026年1月12日"_s),
        retype(u"attachmentNote"_s, u"1. 值班表"_s),
        retype(u"opinion"_s, u"请核稿"_s),
    };
    QJsonArray copies = stands(u"dispatch"_s, u"copyTo"_s).toArray();
    copies.append(u"各直属单位"_s);
    QJsonArray receivers = stands(u"dispatch"_s, u"mainSend"_s).toArray();
    receivers[receivers.size() - 1] = unit(u"办公室"_s);
    QJsonObject opinions = stands(u"dispatch"_s, u"opinion"_s).toObject();
    opinions.insert(person(u"唐毅"_s).value("id"_L1).toString(), u"请核稿"_s);
    QJsonObject expected = object(uR"({
        "secret": "秘密", "urgency": "平件", "printCopies": 20, "subject": "关于春节值班的通知",
        "docType": "通报", "openType": "依申请公开", "keywords": ["信息安全", "春节", "值班"],
        "draftPhone": "010-60008822", "issueDate": "2026年01月12日",
        "attachmentNote": "1. 值班表"})"_s);
    expected.insert(u"copyTo"_s, copies);
    expected.insert(u"mainSend"_s, receivers);
    expected.insert(u"proofreader"_s, QJsonArray{ person(u"曹云鹤"_s) });
    expected.insert(u"opinion"_s, opinions);
    QTest::newRow("dispatch, the drafter") << Filling{
        u"dispatch/dispatch"_s, u"dispatch"_s, u"tangyi"_s, {}, u"tangyi"_s, steps, expected
    };
    QTest::newRow("dispatch, a unit asked")
        << Filling{ u"dispatch/dispatch"_s,
                    u"dispatch"_s,
                    u"tangyi"_s,
                    { { u"tangyi"_s, u"送核稿"_s }, { u"caoyunhe"_s, u"送会签"_s } },
                    u"zhouqiming"_s,
                    { retype(u"countersign"_s, u"同意，网络自查已完成"_s) },
                    object(uR"({"countersign": {"研发中心": "同意，网络自查已完成",
                                                "法务合规部": "无意见。"}})"_s) };
}

inline void addSeal()
{
    const QList<Step> steps{
        retype(u"subject"_s, u"软件开发合同补充协议"_s),
        press(u"fileKind"_s, { Qt::Key_Down }),
        press(u"urgency/urgent"_s, { Qt::Key_Right }),
        press(u"sealTypes/finance"_s, { Qt::Key_Space }),
        press(u"sealTypes/seam"_s, { Qt::Key_Space }),
        retype(u"copies"_s, u"3"_s),
        retype(u"pages"_s, u"12"_s),
        retype(u"useDate"_s, u"2026/1/20"_s),
        retype(u"receiver"_s, u"市财政局"_s),
        retype(u"amountInvolved"_s, u"90.456"_s),
        press(u"legalReview/done"_s, { Qt::Key_Right }),
        press(u"isLend/no"_s, { Qt::Key_Left }), // shows four more fields
        type(u"escort"_s, u"xl"_s, { Qt::Key_Return }),
        retype(u"lendDate"_s, u"20260121 0900"_s),
        retype(u"returnDate"_s, u"2026-1-21 17:00"_s),
        retype(u"lendPlace"_s, u"客户现场"_s),
        retype(u"reason"_s, u"补充协议一式三份"_s),
        retype(u"sealNo"_s, u"YY2026-001"_s),
        retype(u"sealedCopies"_s, u"3"_s),
    };
    const QJsonObject expected = with(object(uR"({
        "subject": "软件开发合同补充协议", "fileKind": "letter", "urgency": "critical",
        "sealTypes": ["contract", "finance"], "copies": 3, "pages": 12, "useDate": "2026-01-20",
        "receiver": "市财政局", "amountInvolved": 90.46, "legalReview": "none", "isLend": "yes",
        "lendDate": "2026-01-21 09:00", "returnDate": "2026-01-21 17:00", "lendPlace": "客户现场",
        "reason": "补充协议一式三份", "sealNo": "YY2026-001", "sealedCopies": 3})"_s),
                                      u"escort"_s,
                                      QJsonArray{ forms::simpleOrg(identity(u"许岚"_s)) });
    QTest::newRow("seal, the keeper") << Filling{ u"seal/seal"_s,
                                                  u"seal"_s,
                                                  u"luojiamu"_s,
                                                  { { u"luojiamu"_s, u"提交"_s },
                                                    { u"sunruolan"_s, u"同意"_s },
                                                    { u"zhenghaitao2"_s, u"审核通过"_s } },
                                                  u"xulan"_s,
                                                  steps,
                                                  expected };
}

inline void addContract()
{
    const QList<Step> steps{
        press(u"contractType"_s, { Qt::Key_Down }),
        retype(u"contractName"_s, u"设备销售合同"_s),
        retype(u"signDate"_s, u"2026-1-30"_s),
        retype(u"period"_s, u"2026-02-01"_s),
        retype(u"period/to"_s, u"20270131"_s),
        retype(u"amount"_s, u"￥1,300,000"_s),
        press(u"currency/CNY"_s, { Qt::Key_Right }),
        press(u"taxRate"_s, { Qt::Key_Down }),
        press(u"depositRatio"_s, { Qt::Key_Right, Qt::Key_Right }),
        press(u"sourceWays/tender"_s, { Qt::Key_Space }),
        press(u"isTemplate"_s, { Qt::Key_Space }),
        press(u"riskLevel"_s, { Qt::Key_Right }),
        retype(u"parties..0..contact"_s, u"孙经理"_s),
        press(u"parties..1..addParty"_s, { Qt::Key_Space }),
        retype(u"parties..2..partyName"_s, u"云帆信息技术有限公司"_s),
        retype(u"parties..2..creditCode"_s, u"91110108MA01ABCD2X"_s),
        type(u"payPlan"_s, {}, { Qt::Key_Right }),
        type({}, u"40"_s, { Qt::Key_Tab }),
        retype({}, u"2026-01-28"_s),
        press({}, { Qt::Key_Tab }),
        retype({}, u"520000"_s),
        press({}, { Qt::Key_Tab }),
        retype({}, u"签订后10日"_s),
        press({}, { Qt::Key_Return }),
        retype(u"mainClause"_s, u"1. 交付。\n2. 质保。"_s),
        press(u"reviewers"_s, { Qt::Key_Backspace }),
        type({}, u"何文静"_s, { Qt::Key_Return }),
    };
    QJsonArray reviewers = stands(u"contract"_s, u"reviewers"_s).toArray();
    reviewers[reviewers.size() - 1] = forms::simpleOrg(identity(u"何文静"_s));
    const QJsonObject expected = with(object(uR"({
        "contractType": "sale", "contractName": "设备销售合同", "signDate": "2026-01-30",
        "period": ["2026-02-01", "2027-01-31"], "amount": 1300000, "currency": "USD",
        "taxRate": "9", "depositRatio": 15, "sourceWays": ["tender", "inquiry"],
        "isTemplate": false, "riskLevel": 3, "planRatio": 110, "planAmount": 1420200,
        "parties": [{"partyName": "恒拓数码设备有限公司", "creditCode": "91110108MA01ABCD2X",
                     "contact": "孙经理", "contactPhone": "010-60001234"},
                    {"partyName": "恒拓数码设备有限公司华东分公司", "creditCode": "",
                     "contact": "钱工", "contactPhone": "021-50005678"},
                    {"partyName": "云帆信息技术有限公司", "creditCode": "91110108MA01ABCD2X",
                     "contact": "", "contactPhone": ""}],
        "payPlan": {"data": [{"payStage": "advance", "payRatio": 40, "payDate": "2026-01-28",
                              "payAmount": 520000, "payTerm": "签订后10日"},
                             {"payStage": "delivery", "payRatio": 60, "payDate": "2026-03-10",
                              "payAmount": 771600, "payTerm": "到货并验收合格"},
                             {"payStage": "warranty", "payRatio": 10, "payDate": "2027-03-10",
                              "payAmount": 128600, "payTerm": "质保期满无质量问题"}],
                    "total": {"payRatio": "110", "payAmount": "1420200"}},
        "mainClause": "1. 交付。\n2. 质保。"})"_s),
                                      u"reviewers"_s,
                                      reviewers);
    QTest::newRow("contract, the drafter")
        << Filling{ u"contract/contract"_s, u"contract"_s, u"mawenbo"_s, {},
                    u"mawenbo"_s,           steps,         expected };
    QTest::newRow("contract, the lawyer")
        << Filling{ u"contract/contract"_s,
                    u"contract"_s,
                    u"mawenbo"_s,
                    { { u"mawenbo"_s, u"送会审"_s },
                      { u"zhouqiming"_s, u"会审完成"_s },
                      { u"chensiyuan"_s, u"会审完成"_s } },
                    u"zhenghaitao2"_s,
                    { press(u"legalResult/pass"_s, { Qt::Key_Space }) },
                    object(uR"({"legalResult": "pass"})"_s) };
}

inline void addPurchase()
{
    const QList<Step> steps{
        retype(u"subject"_s, u"终端采购"_s),
        press(u"category"_s, { Qt::Key_Down }),
        retype(u"needDate"_s, u"20260301"_s),
        press(u"method/scattered"_s, { Qt::Key_Left }),
        press(u"concerns/install"_s, { Qt::Key_Space }),
        retype(u"deliverTo"_s, u"上海市/上海市/浦东新区/世纪大道1号"_s),
        retype(u"reason"_s, u"测试"_s),
        type(u"items"_s, u"主机"_s, { Qt::Key_Tab }),
        retype({}, u"16核"_s),
        press({}, { Qt::Key_Tab }),
        retype({}, u"7"_s),
        press({}, { Qt::Key_Tab }),
        retype({}, u"8,000.50"_s),
        press({}, { Qt::Key_Return }),
    };
    const QJsonObject expected = object(uR"({
        "subject": "终端采购", "category": "service", "needDate": "2026-03-01",
        "method": "central", "concerns": ["xc", "green", "install"], "reason": "测试",
        "deliverTo": ["上海市", "上海市", "浦东新区", "世纪大道1号"], "budget": 61403.5,
        "items": {"data": [{"itemName": "主机", "spec": "16核", "quantity": 7, "price": 8000.5,
                            "itemNote": "预装统信UOS"},
                           {"itemName": "显示器", "spec": "24英寸", "quantity": 6, "price": 900,
                            "itemNote": ""}], "total": {}}})"_s);
    QTest::newRow("purchase, the applicant")
        << Filling{ u"purchase/purchase"_s, u"purchase"_s, u"linxiaoyu"_s, {},
                    u"linxiaoyu"_s,         steps,         expected };
    QTest::newRow("purchase, the accountant")
        << Filling{ u"purchase/purchase"_s,
                    u"purchase"_s,
                    u"linxiaoyu"_s,
                    { { u"linxiaoyu"_s, u"提交"_s }, { u"zhouqiming"_s, u"同意"_s } },
                    u"chensiyuan"_s,
                    { retype(u"approvedAmount"_s, u"48,000"_s),
                      retype(u"internalNote"_s, u"预算内"_s) },
                    object(uR"({"approvedAmount": 48000, "internalNote": "预算内"})"_s) };
}

} // namespace andu::tests

Q_DECLARE_METATYPE(andu::tests::Filling)
