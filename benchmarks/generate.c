// Generates invented dossiers for the benchmark. The same arguments always give the same bytes.
//
//   generate DIR COUNT [SEED]                   COUNT folders DIR/dossier-0001 …, each with plan, snapshot and previous term
//   generate --roster FILE MEGABYTES [SEED]     one file of several documents with a single huge roster of deputies
//
// Every third dossier has Chinese keys and values. All of it is valid input; some of it breaks rules, some of it leaves facts out.

#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define LENGTH(array) ((int)(sizeof(array) / sizeof(array)[0]))

static _Noreturn void fail(const char *what, const char *path) {
    fprintf(stderr, "generate: %s: %s\n", path, what);
    exit(2);
}

// MARK: Chance
//
// C leaves open in which order arguments and initializers are evaluated, so each expression draws only once.

static uint64_t state;

/// The next number of SplitMix64.
static uint64_t next(void) {
    uint64_t z = state += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
}

/// A number from `low` to `high`, both included.
static int between(int low, int high) { return low + (int)(next() % (uint64_t)(high - low + 1)); }

static bool chance(int perMille) { return between(0, 999) < perMille; }

#define PICK(array) ((array)[between(0, LENGTH(array) - 1)])

// MARK: Words and output

/// A word of the vocabulary. Templates write it as @id; `en` is what English documents have, if not the id itself.
typedef struct {
    const char *id, *zh, *en;
} Word;

static Word words[] = {
    // the format, and the dossier
    {"kind", "文书"}, {"asOf", "截至"}, {"remark", "说明"}, {"from", "起"}, {"to", "止"}, {"true", "是"}, {"false", "否"},
    {"plan", "工作方案"}, {"snapshot", "数据快照"}, {"previousTerm", "上届情况"}, {"formerTerm", "届次"},
    {"congress", "人民代表大会"}, {"term", "届次"}, {"jurisdiction", "行政区域"}, {"name", "名称"}, {"level", "层级"},
    {"township", "乡级"}, {"regions", "所属区划"}, {"population", "人口数"}, {"deputyQuota", "代表总名额"},
    {"quotaDetermination", "名额的确定"}, {"determinedBy", "确定机关", "by"}, {"determinedOn", "确定日期", "date"},
    {"frozen", "沿用原定名额"}, {"filedWith", "备案机关"},
    // the calendar
    {"electionDay", "选举日"}, {"phases", "阶段安排"}, {"preparation", "准备阶段"}, {"districting", "选区划分和选民登记阶段"},
    {"nomination", "确定代表候选人阶段"}, {"votingPhase", "投票选举代表阶段", "voting"}, {"session", "召开代表大会阶段"},
    {"notices", "公告"}, {"voterRegistration", "选民登记公告"}, {"electionDayNotice", "选举日公告"}, {"voterRoll", "选民名单"},
    {"initialList", "代表候选人名单"}, {"formalList", "正式代表候选人名单"}, {"electedDeputies", "当选代表名单"},
    {"confirmedDeputies", "代表名单"}, {"published", "公布日期", "date"}, {"issuer", "公布机关"}, {"votingTime", "投票时间"},
    {"votingPlaces", "投票地点"}, {"rollAppeals", "选民名单申诉"}, {"filedOn", "提出日期"}, {"decidedOn", "处理决定日期"},
    {"firstSession", "第一次会议"}, {"openedOn", "召开日期", "date"}, {"convenedBy", "召集机关"},
    {"presidiumOf", "召集主席团所属届次"}, {"summaryReport", "总结报告"}, {"submittedOn", "上报日期", "date"},
    {"submittedTo", "报送机关"}, {"archivedOn", "归档日期"},
    // who runs it
    {"leadingGroup", "换届选举工作领导小组"}, {"establishedBy", "成立机关"}, {"establishedOn", "成立日期"},
    {"groupOffice", "下设办公室", "office"}, {"subgroups", "内设工作组"}, {"publicity", "宣传组"}, {"discipline", "严肃换届纪律组"},
    {"electionCommittee", "选举委员会"}, {"committeeNominatedBy", "提名机关", "nominatedBy"}, {"nominatedOn", "提名日期"},
    {"committeeApprovedBy", "同意机关", "approvedBy"}, {"approvedOn", "同意日期"}, {"appointedBy", "任命机关"},
    {"appointedOn", "任命日期"}, {"committeeOffice", "设立办公室", "office"}, {"members", "组成人员"}, {"role", "职务"},
    {"chair", "主任"}, {"viceChair", "副主任"}, {"member", "委员"}, {"sector", "所在单位"}, {"candidate", "为代表候选人"},
    {"resigned", "已辞去选举委员会职务"}, {"trainings", "培训会议"}, {"date", "日期"}, {"topic", "内容"}, {"audiences", "参加人员"},
    {"committeeMembers", "选举委员会成员"}, {"officeStaffs", "办公室人员", "officeStaff"},
    {"workingGroupMembers", "选区工作组人员"}, {"registrarsOfVoters", "选民登记员"}, {"workingGroups", "选区工作组"},
    {"size", "人数"}, {"approvedBy", "审核机关"}, {"groupSince", "设立日期", "establishedOn"},
    {"presidium", "镇人大主席团"}, {"townPartyCommittee", "镇党委"}, {"townGovernment", "镇政府"},
    {"countyStandingCommittee", "旗人大常委会"}, {"prefectureStandingCommittee", "市人大常委会"},
    {"leadingGroupOffice", "领导小组办公室"},
    // districts
    {"districts", "选区"}, {"id", "编号"}, {"basis", "划分依据"}, {"residence", "居住状况"}, {"workUnit", "工作单位"},
    {"seats", "应选名额"}, {"registrars", "选民登记员人数"}, {"voters", "登记选民数"}, {"voting", "投票情况"},
    {"participating", "参加投票人数"}, {"ballotsIssued", "发出选票数"}, {"ballotsCollected", "收回选票数"},
    {"validBallots", "有效票数"}, {"voidBallots", "废票数"}, {"proxyVotes", "委托投票数"},
    {"maxProxiesPerAgent", "一人接受委托最多人数"}, {"secretBooth", "设有秘密写票处"}, {"resultAnnounced", "宣布结果日期"},
    {"boxes", "票箱"}, {"boxKind", "种类"}, {"fixed", "固定票箱"}, {"mobile", "流动票箱"}, {"supervisors", "监票人员数"},
    // people
    {"nominees", "被提名人"}, {"deputies", "当选代表"}, {"personName", "姓名", "name"}, {"gender", "性别"}, {"female", "女"},
    {"male", "男"}, {"ethnicity", "民族"}, {"han", "汉族"}, {"mongol", "蒙古族"}, {"hui", "回族"}, {"manchu", "满族"},
    {"birthDate", "出生"}, {"party", "政治面貌"}, {"cpc", "中共党员"}, {"cpcProbationary", "中共预备党员"}, {"masses", "群众"},
    {"independent", "无党派人士"}, {"primaryIdentity", "身份"}, {"leadingCadre", "党政领导干部"},
    {"officeStaff", "机关工作人员"}, {"worker", "工人"}, {"farmerHerder", "农牧民"}, {"professional", "专业技术人员"},
    {"villageOfficial", "嘎查村干部"}, {"communityWorker", "社区工作者"}, {"enterpriseHead", "企业负责人"}, {"retiree", "离退休人员"},
    {"reelected", "连任"}, {"district", "选区"}, {"nominatedBy", "推荐者"}, {"nominatorKind", "方式"},
    {"partyNominator", "政党", "party"}, {"organization", "人民团体"}, {"votersNominator", "选民联名", "voters"},
    {"jointVoters", "联名人数"}, {"formal", "正式候选人"}, {"votes", "得票"}, {"runoff", "另行选举当选"},
    {"runoffBallots", "另行选举选票数"},
    // published totals, attestations
    {"deputyTotals", "代表结构统计"}, {"total", "代表总数"}, {"women", "妇女代表"}, {"nonParty", "非中共党员代表"},
    {"reelectedTotal", "连任代表", "reelected"}, {"cadres", "党政领导干部代表"}, {"minorities", "少数民族代表"},
    {"enterpriseHeads", "企业负责人代表"}, {"attestations", "确认事项"}, {"rule", "规则"}, {"by", "确认人"}, {"office", "职务"},
    {"holds", "属实"},
};

static int byID(const void *a, const void *b) { return strcmp(((const Word *)a)->id, ((const Word *)b)->id); }

/// A document being written.
typedef struct {
    FILE *file;
    const char *path;
    bool chinese;
    int64_t bytes;
} Out;

static Out create(const char *path, bool chinese) {
    Out out = {fopen(path, "wb"), path, chinese, 0};
    if (!out.file) fail(strerror(errno), path);
    return out;
}

static void finish(Out *out) {
    if (ferror(out->file) | fclose(out->file)) fail("cannot be written", out->path);
}

static void append(Out *out, const char *text, size_t length) {
    fwrite(text, 1, length, out->file);
    out->bytes += (int64_t)length;
}

/// Writes the word whose id begins at `text`, in the language of the document, and returns what follows the id.
static const char *putWord(Out *out, const char *text) {
    char id[40];
    size_t length = strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
    snprintf(id, sizeof id, "%.*s", (int)length, text);
    const Word *word = bsearch(&(Word){.id = id}, words, LENGTH(words), sizeof *words, byID);
    if (!word) fail("no such word", id);
    const char *written = out->chinese ? word->zh : word->en ? word->en : word->id;
    append(out, written, strlen(written));
    return text + length;
}

/// Writes a formatted text in which @id stands for a word of the vocabulary.
__attribute__((format(printf, 2, 3))) static void put(Out *out, const char *format, ...) {
    char text[2048];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    for (const char *rest = text; *rest;) {
        size_t plain = strcspn(rest, "@");
        append(out, rest, plain);
        rest += plain;
        if (*rest == '@') rest = putWord(out, rest + 1);
    }
}

static const char *truth(bool value) { return value ? "true" : "false"; }

// MARK: Names

static const char *const places[] = {
    "乌兰", "白音", "查干", "巴彦", "哈日", "呼和", "毛乌", "塔本", "阿日", "苏布", "赛音", "图古", "玛拉", "伊克", "沙日", "陶日",
    "宝日", "哈伦", "敖包", "木凯", "阿尔", "乃马", "吉拉", "布拉", "珠和", "特布", "糜地", "三段", "城川", "上海", "芒哈", "马鞍",
};
static const char *const surnames[] = {
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "马", "朱", "胡", "郭",
    "何", "高", "林", "罗", "郑", "梁", "谢", "宋", "唐", "许", "韩", "冯", "邓", "曹", "彭", "曾",
};
static const char *const given[] = {
    "世", "桂", "秀", "玉", "文", "建", "国", "永", "志", "海", "晓", "丽", "美", "瑞", "培", "振",
    "明", "芳", "兰", "梅", "斌", "军", "平", "胜", "强", "龙", "东", "霞", "荣", "祥", "德", "华",
};
static const char *const mongolFirst[] = {"哈斯", "额尔", "阿拉", "乌日", "娜仁", "其木", "巴特", "朝格", "孟和", "斯琴", "萨仁", "宝音"};
static const char *const mongolLast[] = {"额尔敦", "坦花", "巴根", "格日勒", "托娅", "图", "高娃", "巴雅尔", "其其格", "苏和", "那顺", "达来"};

/// The name of a town: at least two syllables, told apart by its number.
static void townName(char *name, size_t size, int number) {
    int length = 0;
    for (int digits = 0; digits < 2 || number; digits++, number /= LENGTH(places))
        length += snprintf(name + length, size - (size_t)length, "%s", places[number % LENGTH(places)]);
    snprintf(name + length, size - (size_t)length, "镇");
}

// MARK: People

/// What may be unknown about a person.
enum { GENDER = 1, ETHNICITY = 2, BIRTH = 4, PARTY = 8, IDENTITY = 16, REELECTED = 32, FORMAL = 64, NOMINATOR = 128 };

typedef struct {
    char name[40], birthDate[16];
    const char *ethnicity, *party, *identity, *nominator;
    bool female, reelected, formal;
    int jointVoters;
    unsigned unknown;
} Person;

/// One of several weighted words; the weights are per cent.
typedef struct {
    int weight;
    const char *word;
} Weighted;

static const char *weighted(const Weighted *choices) {
    int rest = between(0, 99);
    while ((rest -= choices->weight) >= 0) choices++;
    return choices->word;
}

static const Weighted ethnicities[] = {{52, "han"}, {42, "mongol"}, {4, "hui"}, {2, "manchu"}};
static const Weighted parties[] = {{58, "cpc"}, {2, "cpcProbationary"}, {36, "masses"}, {4, "independent"}};
static const Weighted identities[] = {
    {24, "leadingCadre"}, {8, "officeStaff"}, {8, "worker"}, {28, "farmerHerder"}, {9, "professional"},
    {10, "villageOfficial"}, {5, "communityWorker"}, {6, "enterpriseHead"}, {2, "retiree"},
};

static void nameOf(Person *person) {
    bool mongol = !strcmp(person->ethnicity, "mongol");
    const char *first = mongol ? PICK(mongolFirst) : PICK(surnames);
    const char *middle = mongol ? "" : PICK(given);
    const char *last = mongol ? PICK(mongolLast) : PICK(given);
    snprintf(person->name, sizeof person->name, "%s%s%s", first, middle, last);
}

static void invent(Person *person) {
    *person = (Person){.ethnicity = weighted(ethnicities)};
    person->party = weighted(parties);
    person->identity = weighted(identities);
    nameOf(person);
    int year = chance(3) ? 2004 : between(1956, 1999);  // once in a while somebody is too young
    int month = between(1, 12), day = between(1, 28);
    snprintf(person->birthDate, sizeof person->birthDate, "%04d-%02d-%02d", year, month, day);
    person->female = chance(380);
    person->reelected = chance(380);
    for (unsigned fact = GENDER; fact <= NOMINATOR; fact <<= 1)
        if (chance(4)) person->unknown |= fact;
}

/// Who nominates the person that stands at `index` in the list of a district.
static void nominate(Person *person, int index) {
    static const char *const kinds[] = {"partyNominator", "organization"};
    person->nominator = index < 2 && !chance(20) ? kinds[index] : chance(10) ? "partyNominator" : "votersNominator";
    person->jointVoters = chance(8) ? between(7, 9) : between(10, 48);
}

/// What nominees and deputies have in common.
static void putPerson(Out *out, const Person *person, const char *prefix, int number, const char *district) {
    unsigned unknown = person->unknown;
    put(out, "- @id: %s%03d\n  @personName: %s\n", prefix, number, person->name);
    if (!(unknown & GENDER)) put(out, "  @gender: @%s\n", person->female ? "female" : "male");
    if (!(unknown & ETHNICITY)) put(out, "  @ethnicity: @%s\n", person->ethnicity);
    if (!(unknown & BIRTH)) put(out, "  @birthDate: %s\n", person->birthDate);
    if (!(unknown & PARTY)) put(out, "  @party: @%s\n", person->party);
    if (!(unknown & IDENTITY)) put(out, "  @primaryIdentity: @%s\n", person->identity);
    if (!(unknown & REELECTED)) put(out, "  @reelected: @%s\n", truth(person->reelected));
    put(out, "  @district: \"%s\"\n", district);
}

static void putNominator(Out *out, const Person *person, const char *town) {
    if (!strcmp(person->nominator, "votersNominator"))
        put(out, "  @nominatedBy: {@nominatorKind: @votersNominator, @name: 选民联名, @jointVoters: %d}\n", person->jointVoters);
    else if (!strcmp(person->nominator, "organization"))
        put(out, "  @nominatedBy: {@nominatorKind: @organization, @name: 镇总工会}\n");
    else
        put(out, "  @nominatedBy: {@nominatorKind: @partyNominator, @name: 中共%s委员会}\n", town);
}

// MARK: Districts

enum { MOST_DISTRICTS = 25, MOST_NOMINEES = 8 };

typedef struct {
    char id[12];
    int seats, population, voters, participating, nomineeCount, deputyCount;
    Person nominees[MOST_NOMINEES];
    int deputies[MOST_NOMINEES];  // places in `nominees`
} District;

typedef struct {
    char town[64];
    int districtCount, seats, population;
    District districts[MOST_DISTRICTS];
} Election;

static void inventPeople(District *district) {
    int formal = district->seats + (district->seats + 2) / 3;
    district->nomineeCount = formal + chance(300);
    for (int i = 0; i < district->nomineeCount; i++) {
        Person *person = &district->nominees[i];
        invent(person);
        nominate(person, i);
        person->formal = i < formal && !chance(5);
        if (person->formal && district->deputyCount < district->seats) district->deputies[district->deputyCount++] = i;
    }
}

static void inventDistrict(District *district, int index) {
    static const Weighted seats[] = {{10, "1"}, {25, "2"}, {65, "3"}};
    *district = (District){.seats = chance(5) ? 4 : atoi(weighted(seats))};
    snprintf(district->id, sizeof district->id, "%02d", index + 1);
    district->population = district->seats * between(370, 430);
    district->voters = district->population * between(78, 84) / 100;
    district->participating = district->voters * (chance(5) ? 45 : between(65, 92)) / 100;
    inventPeople(district);
}

static void inventElection(Election *election, int number) {
    *election = (Election){.districtCount = between(21, 24)};
    townName(election->town, sizeof election->town, number);
    for (int i = 0; i < election->districtCount; i++) {
        inventDistrict(&election->districts[i], i);
        election->seats += election->districts[i].seats;
        election->population += election->districts[i].population;
    }
}

static void putBoxes(Out *out, const char *id) {
    put(out, "       @boxes: [{@id: B%s, @boxKind: @fixed, @supervisors: 2}", id);
    if (chance(600)) put(out, ", {@id: M%s, @boxKind: @mobile, @supervisors: %d}", id, chance(15) ? 1 : 2);
    put(out, "]}\n");
}

static void putVoting(Out *out, const District *district) {
    int collected = district->participating, issued = collected + between(0, 2), none = between(0, 6);
    put(out, "    @voting:\n      {@participating: %d, @ballotsIssued: %d, @ballotsCollected: %d,", collected, issued, collected);
    put(out, " @validBallots: %d, @voidBallots: %d,\n", collected - none - chance(8), none);
    put(out, "       @proxyVotes: %d,", between(3, 25));
    put(out, " @maxProxiesPerAgent: %d,", chance(8) ? 4 : between(1, 3));
    if (!chance(5)) put(out, " @secretBooth: @%s,", truth(!chance(5)));
    put(out, " @resultAnnounced: 2021-11-%d,\n", between(25, 26));
    putBoxes(out, district->id);
}

static void putDistrict(Out *out, const District *district, int index) {
    put(out, "  - @id: \"%s\"\n    @name: %s选区\n", district->id, places[index % LENGTH(places)]);
    put(out, "    @basis: @%s\n", index == 0 ? "workUnit" : "residence");
    put(out, "    @population: %d\n    @seats: %d\n", district->population, district->seats);
    if (!chance(8)) put(out, "    @registrars: %d\n", !chance(5));
    if (!chance(5)) put(out, "    @voters: %d\n", district->voters);
    if (!chance(5)) putVoting(out, district);
}

static void putDistricts(Out *out, const Election *election) {
    put(out, "\n@districts:\n");
    for (int i = 0; i < election->districtCount; i++) putDistrict(out, &election->districts[i], i);
    put(out, "\n@workingGroups:\n");
    for (int i = 0; i < election->districtCount; i++) {
        if (chance(4)) continue;
        const char *id = election->districts[i].id;
        put(out, "  - {@id: G%s, @district: \"%s\", @size: %d,", id, id, chance(8) ? 4 : between(5, 7));
        put(out, " @approvedBy: @electionCommittee, @groupSince: 2021-09-17}\n");
    }
}

static void putNominees(Out *out, const Election *election) {
    put(out, "\n@nominees:\n");
    for (int i = 0, number = 0; i < election->districtCount; i++) {
        const District *district = &election->districts[i];
        put(out, "# %s选区\n", places[i % LENGTH(places)]);
        for (int j = 0; j < district->nomineeCount; j++) {
            const Person *person = &district->nominees[j];
            putPerson(out, person, "N", ++number, district->id);
            if (!(person->unknown & NOMINATOR)) putNominator(out, person, election->town);
            if (!(person->unknown & FORMAL)) put(out, "  @formal: @%s\n", truth(person->formal));
        }
    }
}

/// The votes of a deputy: as a rule more than half, else perhaps a runoff, and sometimes not known.
static void putVotes(Out *out, int participating) {
    if (chance(6)) {
        put(out, "  @votes: %d\n  @runoff: @true\n  @runoffBallots: %d\n", participating * 2 / 5, participating);
    } else if (!chance(4)) {
        put(out, "  @votes: %d\n", chance(3) ? participating * 2 / 5 : between(participating / 2 + 1, participating * 9 / 10));
    }
}

static void putDeputies(Out *out, const Election *election) {
    put(out, "\n@deputies:\n");
    for (int i = 0, number = 0; i < election->districtCount; i++) {
        const District *district = &election->districts[i];
        for (int j = 0; j < district->deputyCount; j++) {
            putPerson(out, &district->nominees[district->deputies[j]], "D", ++number, district->id);
            putVotes(out, district->participating);
        }
    }
}

// MARK: Totals

typedef struct {
    int total, women, nonParty, reelected, cadres, minorities, enterpriseHeads;
} Totals;

static void add(Totals *totals, const Person *person) {
    totals->total++;
    totals->women += person->female;
    totals->nonParty += strncmp(person->party, "cpc", 3) != 0;
    totals->reelected += person->reelected;
    totals->cadres += !strcmp(person->identity, "leadingCadre");
    totals->minorities += strcmp(person->ethnicity, "han") != 0;
    totals->enterpriseHeads += !strcmp(person->identity, "enterpriseHead");
}

static Totals totalsOf(const Election *election) {
    Totals totals = {0};
    for (int i = 0; i < election->districtCount; i++) {
        const District *district = &election->districts[i];
        for (int j = 0; j < district->deputyCount; j++) add(&totals, &district->nominees[district->deputies[j]]);
    }
    return totals;
}

static void putTotals(Out *out, const Totals *t) {
    put(out, "\n@deputyTotals: {@total: %d, @women: %d, @nonParty: %d, @reelectedTotal: %d,", t->total, t->women, t->nonParty, t->reelected);
    put(out, " @cadres: %d, @minorities: %d, @enterpriseHeads: %d}\n", t->cadres, t->minorities, t->enterpriseHeads);
}

// MARK: Documents

static void putHead(Out *out, const char *kind) {
    put(out, "# 虚构数据 Invented: there is no town of this name, and all names and figures are made up.\n@kind: @%s\n", kind);
}

static void putElection(Out *out, const char *town) {
    put(out, "@congress: %s人民代表大会\n@term: 第十九届\n", town);
    put(out, "@remark: 为测量而生成的虚构数据，与任何地方的实际换届选举无关。\n");
}

static void putPlan(Out *out, const char *town) {
    putHead(out, "plan");
    putElection(out, town);
    put(out, "\n@jurisdiction:\n  @name: %s\n  @level: @township\n", town);
    put(out, "  @regions: [内蒙古自治区, 鄂尔多斯市, 鄂托克前旗, %s]\n", town);
    put(out, "\n@electionDay: {@from: 2021-11-10, @to: 2021-11-30}\n\n@phases:\n");
    put(out, "  @preparation: {@from: 2021-09-10, @to: 2021-09-20}\n  @districting: {@from: 2021-09-21, @to: 2021-10-20}\n");
    put(out, "  @nomination: {@from: 2021-10-21, @to: 2021-11-%02d}\n", chance(50) ? 10 : 9);
    put(out, "  @votingPhase: {@from: 2021-11-10, @to: 2021-11-30}\n  @session: {@from: 2021-12-01, @to: 2022-01-10}\n");
    put(out, "\n@leadingGroup:\n  @establishedBy: @townPartyCommittee\n  @groupOffice: @true\n");
    put(out, "  @subgroups: [@publicity%s]\n", chance(50) ? "" : ", @discipline");
    put(out, "\n@electionCommittee:\n  @committeeNominatedBy: @presidium\n  @committeeApprovedBy: @townPartyCommittee\n");
    put(out, "  @appointedBy: @countyStandingCommittee\n");
    if (!chance(50)) put(out, "  @committeeOffice: @true\n");
    // Identifiers are read in both languages.
    put(out, "\nstructureTargets:\n  - {measure: reelected, relation: about, share: 1/3}\n");
    put(out, "  - {measure: nonParty, relation: atLeast, share: 35%%}\n");
    put(out, "  - {measure: women, relation: above, reference: previousTerm, force: principle}\n");
    put(out, "  - {measure: cadres, relation: atMost, reference: previousTerm}\n");
    put(out, "  - {measure: enterpriseHeads, relation: atMost, reference: previousTerm, force: advisory}\n");
}

static void putPreviousTerm(Out *out) {
    putHead(out, "previousTerm");
    put(out, "\n@formerTerm: 第十八届\n");
    Totals totals = {.total = 60, .women = between(17, 23), .reelected = 20, .minorities = 28};
    totals.nonParty = between(20, 28);
    totals.cadres = between(13, 17);
    totals.enterpriseHeads = between(3, 5);
    putTotals(out, &totals);
}

static void putCommittee(Out *out) {
    static const char *const roles[] = {"chair", "viceChair", "member", "member", "member", "member", "member"};
    static const char *const sectors[] = {"镇党委", "镇人大", "镇政府", "镇武装部", "镇总工会", "镇妇女联合会", "镇派出所"};
    put(out, "\n@leadingGroup: {@establishedOn: 2021-09-10}\n\n@electionCommittee:\n");
    put(out, "  @nominatedOn: 2021-09-12\n  @approvedOn: 2021-09-%d\n  @appointedOn: 2021-09-16\n  @members:\n", chance(30) ? 17 : 13);
    for (int i = 0; i < LENGTH(roles); i++) {
        Person person;
        invent(&person);
        put(out, "    - {@id: C%d, @personName: %s, @role: @%s, @sector: %s", i + 1, person.name, roles[i], sectors[i]);
        if (!chance(10)) put(out, chance(5) ? ", @candidate: @true, @resigned: @false" : ", @candidate: @false");
        put(out, "}\n");
    }
    put(out, "\n@trainings:\n  - {@id: T1, @date: 2021-09-17, @topic: 选举法律和程序, @audiences: [@committeeMembers, @officeStaffs]}\n");
    if (!chance(50)) put(out, "  - {@id: T2, @date: 2021-09-18, @topic: 选民登记, @audiences: [@workingGroupMembers, @registrarsOfVoters]}\n");
}

static void putNotices(Out *out) {
    put(out, "\n@notices:\n  @voterRegistration: {@published: 2021-09-22, @issuer: @electionCommittee}\n");
    put(out, "  @electionDayNotice: {@published: 2021-09-28, @issuer: @electionCommittee}\n");
    if (!chance(50)) put(out, "  @voterRoll: {@published: 2021-%s, @issuer: @electionCommittee}\n", chance(100) ? "11-08" : "10-18");
    put(out, "  @initialList: {@published: 2021-11-%02d, @issuer: @electionCommittee}\n", chance(100) ? 12 : 8);
    put(out, "  @formalList:\n    @published: 2021-11-%d\n    @issuer: @electionCommittee\n", chance(100) ? 19 : 16);
    put(out, "    @votingTime: 2021年11月25日8时至16时\n    @votingPlaces: [镇文化站, 各嘎查党群服务中心]\n");
    if (!chance(50)) put(out, "  @electedDeputies: {@published: 2021-11-26, @issuer: @electionCommittee}\n");
    put(out, "  @confirmedDeputies: {@published: 2021-12-03, @issuer: @presidium}\n");
    put(out, "\n@rollAppeals:\n  - {@id: A1, @filedOn: 2021-10-20, @decidedOn: 2021-10-%d}\n", chance(50) ? 25 : 22);
}

static void putSession(Out *out) {
    put(out, "\n@firstSession: {@openedOn: 2021-12-%02d,", chance(50) ? 12 : 8);
    put(out, " @convenedBy: @%s, @presidiumOf: 第十八届}\n", chance(30) ? "townGovernment" : "presidium");
    if (chance(80)) return;
    put(out, "@summaryReport: {@submittedOn: 2021-12-16, @submittedTo: [@leadingGroupOffice, @countyStandingCommittee],");
    put(out, " @archivedOn: 2021-12-17}\n");
}

static void putAttestations(Out *out) {
    static const char *const rules[] = {
        "population-per-deputy", "nominees-all-listed", "no-foreign-funding", "candidate-qualities", "equal-treatment",
        "identity-by-occupation", "introduction-stops", "counters-not-relatives", "credentials-reviewed",
    };
    put(out, "\n@attestations:\n");
    for (int i = 0; i < LENGTH(rules); i++) {
        if (chance(80)) continue;
        put(out, "  - {@rule: %s, @by: 哈斯额尔敦, @office: 选举委员会主任, @date: 2021-12-02,", rules[i]);
        put(out, " @holds: @%s}\n", truth(!chance(10)));
    }
}

/// The snapshot up to the districts.
static void putSnapshot(Out *out, const Election *election) {
    putHead(out, "snapshot");
    put(out, "@asOf: 2021-12-18\n");
    putElection(out, election->town);
    put(out, "\n@jurisdiction: {@population: %d}\n@deputyQuota: %d\n", election->population, election->seats + chance(50));
    put(out, "@quotaDetermination: {@determinedBy: @countyStandingCommittee, @determinedOn: 2021-08-26,");
    put(out, " @frozen: @%s, @filedWith: @prefectureStandingCommittee}\n@electionDay: 2021-11-25\n", truth(chance(300)));
    putCommittee(out);
    putNotices(out);
    putSession(out);
}

static void writeDossier(const char *folder, int number) {
    static Election election;
    char path[4096];
    bool chinese = number % 3 == 0;
    inventElection(&election, number);
    if (mkdir(folder, 0777) && errno != EEXIST) fail(strerror(errno), folder);

    snprintf(path, sizeof path, "%s/plan.yaml", folder);
    Out out = create(path, chinese);
    putPlan(&out, election.town);
    finish(&out);

    snprintf(path, sizeof path, "%s/previous-term.yaml", folder);
    out = create(path, chinese);
    putPreviousTerm(&out);
    finish(&out);

    snprintf(path, sizeof path, "%s/snapshot.yaml", folder);
    out = create(path, chinese);
    putSnapshot(&out, &election);
    Totals totals = totalsOf(&election);
    totals.women -= totals.women && chance(50);  // sometimes the published total is not that of the roster
    putTotals(&out, &totals);
    putDistricts(&out, &election);
    putNominees(&out, &election);
    putDeputies(&out, &election);
    putAttestations(&out);
    finish(&out);
}

/// The settings come last: where they are, the data is complete.
static void writeDossiers(const char *folder, int count, uint64_t seed) {
    char path[4000];
    if (mkdir(folder, 0777) && errno != EEXIST) fail(strerror(errno), folder);
    for (int number = 1; number <= count; number++) {
        state = seed + (uint64_t)number * 1000003u;
        snprintf(path, sizeof path, "%s/dossier-%04d", folder, number);
        writeDossier(path, number);
    }
    snprintf(path, sizeof path, "%s/.huanjie.yaml", folder);
    Out out = create(path, false);
    put(&out, "asOf: 2021-12-20\n");
    finish(&out);
}

/// One dossier of three documents in one file; its roster grows until the file has about the size.
static void writeRoster(const char *path, int64_t size, uint64_t seed) {
    static Election election;
    Totals totals = {0};
    state = seed;
    inventElection(&election, 0);
    Out out = create(path, false);
    putPlan(&out, election.town);
    put(&out, "---\n");
    putPreviousTerm(&out);
    put(&out, "---\n");
    putSnapshot(&out, &election);
    putDistricts(&out, &election);
    put(&out, "\n@deputies:\n");
    while (out.bytes < size) {
        const District *district = &election.districts[totals.total % election.districtCount];
        Person person;
        invent(&person);
        add(&totals, &person);
        putPerson(&out, &person, "D", totals.total, district->id);
        putVotes(&out, district->participating);
    }
    putTotals(&out, &totals);
    putAttestations(&out);
    finish(&out);
}

// MARK: Arguments

/// A number of at least one, or the end of the program.
static long long positive(const char *text) {
    char *end;
    long long number = strtoll(text, &end, 10);
    if (*end || number < 1) fail("not a positive number", text);
    return number;
}

int main(int count, char **arguments) {
    bool roster = count > 1 && !strcmp(arguments[1], "--roster");
    if (roster) count--, arguments++;
    if (count < 3 || count > 4) {
        fprintf(stderr, "usage: generate DIR COUNT [SEED]\n       generate --roster FILE MEGABYTES [SEED]\n");
        return 2;
    }
    qsort(words, LENGTH(words), sizeof *words, byID);
    uint64_t seed = count == 4 ? (uint64_t)positive(arguments[3]) : 20211125;
    if (roster)
        writeRoster(arguments[1], positive(arguments[2]) * 1000000, seed);
    else
        writeDossiers(arguments[1], (int)positive(arguments[2]), seed);
}
