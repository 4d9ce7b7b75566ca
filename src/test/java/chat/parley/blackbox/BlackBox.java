package chat.parley.blackbox;

/**
 * Everything that is promised on the wire, to be run against any host: a test class that implements
 * this and tells two addresses is the whole suite for that host. Takes about two minutes.
 */
public interface BlackBox
    extends AmendmentRules,
        ConversationRules,
        DoorRules,
        FrameRules,
        GoneRules,
        GroupRules,
        GuestRules,
        HeartbeatRules,
        HistoryRules,
        LimitRules,
        LookUpRules,
        MessageRules,
        NoteRules,
        PageRules,
        PeopleRules,
        PlainRules,
        PrivateRules,
        ReadingRules,
        RefusalRules,
        ResumeRules,
        RoomRules,
        SettingRules,
        SlowReaderRules,
        StormRules,
        TypingRules,
        WelcomeRules {}
